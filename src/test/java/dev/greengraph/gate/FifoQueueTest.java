package dev.greengraph.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class FifoQueueTest {

    private static final Uni<Void> FOR_EVER = Uni.createFrom().nothing();

    private final FifoQueue turnstile = new FifoQueue();
    private final FifoQueue.Ticket first = turnstile.ticket();
    private final FifoQueue.Ticket second = turnstile.ticket();
    private final FifoQueue.Ticket third = turnstile.ticket();

    @Test
    void letsOneThroughAtATimeInFifoOrder() {
        PendingCalls.caller(first.enter(FOR_EVER)).assertItem(true);
        UniAssertSubscriber<Boolean> next = PendingCalls.caller(second.enter(FOR_EVER));
        UniAssertSubscriber<Boolean> last = PendingCalls.caller(third.enter(FOR_EVER));
        next.assertNotTerminated();
        assertEquals(2, turnstile.waiting());

        first.release();
        first.release();

        next.assertItem(true);
        last.assertNotTerminated();
        second.release();
        last.assertItem(true);
        third.release();
        assertTrue(turnstile.isFree());
    }

    @Test
    void anExpiredTicketIsSkipped() {
        CompletableFuture<Void> patience = new CompletableFuture<>();
        PendingCalls.caller(first.enter(FOR_EVER));
        UniAssertSubscriber<Boolean> next =
                PendingCalls.caller(second.enter(Uni.createFrom().completionStage(patience)));
        UniAssertSubscriber<Boolean> last = PendingCalls.caller(third.enter(FOR_EVER));

        patience.complete(null);

        next.assertItem(false);
        first.release();
        last.assertItem(true);
    }

    @Test
    void aTicketCancelledBeforeItsTurnIsPassedOn() {
        PendingCalls.caller(first.enter(FOR_EVER));
        UniAssertSubscriber<Boolean> next = PendingCalls.caller(second.enter(FOR_EVER));
        UniAssertSubscriber<Boolean> last = PendingCalls.caller(third.enter(FOR_EVER));
        next.cancel();
        first.release();
        last.assertNotTerminated();

        second.release();

        last.assertItem(true);
        assertFalse(turnstile.isFree());
    }

    @Test
    void manyTicketsAtOnceDoNotDeepenTheStack() {
        PendingCalls.caller(first.enter(FOR_EVER));
        List<Integer> through = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            FifoQueue.Ticket ticket = turnstile.ticket();
            int number = i;
            ticket.enter(FOR_EVER)
                    .onTermination()
                    .invoke(ticket::release)
                    .subscribe()
                    .with(isAdmitted -> through.add(number));
        }

        first.release();

        assertEquals(20_000, through.size());
        assertTrue(turnstile.isFree());
    }
}
