package dev.greengraph.gate.turn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.greengraph.gate.PendingCalls;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Tickets of one requester, each with a slot that has come. */
class FairQueueTest {

    private static final Uni<Void> FOR_EVER = Uni.createFrom().nothing();

    private final FairQueue queue = new FairQueue(TurnListener.NONE);
    private final Ticket first = ticket();
    private final Ticket second = ticket();
    private final Ticket third = ticket();

    @Test
    void letsOneThroughAtATimeInFifoOrder() {
        enter(first, FOR_EVER).assertItem(true);
        UniAssertSubscriber<Boolean> next = enter(second, FOR_EVER);
        UniAssertSubscriber<Boolean> last = enter(third, FOR_EVER);
        next.assertNotTerminated();
        assertEquals(2, queue.waiting());

        first.release();
        first.release();

        next.assertItem(true);
        last.assertNotTerminated();
        second.release();
        last.assertItem(true);
        third.release();
        assertTrue(queue.isFree());
    }

    @Test
    void anExpiredTicketIsSkipped() {
        CompletableFuture<Void> patience = new CompletableFuture<>();
        enter(first, FOR_EVER);
        UniAssertSubscriber<Boolean> next = enter(second, Uni.createFrom().completionStage(patience));
        UniAssertSubscriber<Boolean> last = enter(third, FOR_EVER);

        patience.complete(null);

        next.assertItem(false);
        first.release();
        last.assertItem(true);
    }

    @Test
    void aTicketCancelledBeforeItsTurnIsPassedOn() {
        enter(first, FOR_EVER);
        UniAssertSubscriber<Boolean> next = enter(second, FOR_EVER);
        UniAssertSubscriber<Boolean> last = enter(third, FOR_EVER);
        next.cancel();
        first.release();
        last.assertNotTerminated();

        second.release();

        last.assertItem(true);
        assertFalse(queue.isFree());
    }

    @Test
    void manyTicketsAtOnceDoNotDeepenTheStack() {
        enter(first, FOR_EVER);
        List<Integer> through = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            Ticket ticket = ticket();
            int number = i;
            ticket.enter(Uni.createFrom().voidItem(), () -> FOR_EVER)
                    .onTermination()
                    .invoke(ticket::release)
                    .subscribe()
                    .with(isAdmitted -> through.add(number));
        }

        first.release();

        assertEquals(20_000, through.size());
        assertTrue(queue.isFree());
    }

    private Ticket ticket() {
        return queue.ticket(Wanted.BY_NONE);
    }

    private static UniAssertSubscriber<Boolean> enter(Ticket ticket, Uni<Void> timeout) {
        return PendingCalls.caller(ticket.enter(Uni.createFrom().voidItem(), () -> timeout));
    }
}
