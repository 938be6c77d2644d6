package dev.greengraph.gate.turn;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A place in a {@link FairQueue}, which must be released whatever happens. */
public final class Ticket {

    private final FairQueue queue;
    private final Wanted wanted;
    private final long arrival;
    private final CompletableFuture<Boolean> isAdmitted = new CompletableFuture<>();
    private volatile @Nullable Cancellable slot;
    private volatile @Nullable Cancellable patience;

    Ticket(FairQueue queue, Wanted wanted, long arrival) {
        this.queue = queue;
        this.wanted = wanted;
        this.arrival = arrival;
    }

    /**
     * Queues with a slot of its own. Completes with true when this ticket holds the lock; with false if it has to make room,
     * or if {@code timeout} completes before.
     *
     * @param ownSlot completes when one more ticket may have its turn, not necessarily this one
     * @param timeout begins when the slot has come and another ticket got the turn
     */
    public Uni<Boolean> enter(Uni<Void> ownSlot, Supplier<Uni<Void>> timeout) {
        queue.add(this);
        slot = ownSlot.subscribe().with(due -> {
            queue.slotIsDue();
            startTimeout(timeout);
        });
        return admitted();
    }

    /** Queues in place of another ticket, and with its slot; false if none has to make room. */
    public boolean displaceAnother() {
        return queue.displaceFor(this);
    }

    /** After {@link #displaceAnother()}: completes as {@link #enter} does. */
    public Uni<Boolean> enterDisplacing(Supplier<Uni<Void>> timeout) {
        startTimeout(timeout);
        return admitted();
    }

    private Uni<Boolean> admitted() {
        return Uni.createFrom().completionStage(isAdmitted);
    }

    private void startTimeout(Supplier<Uni<Void>> timeout) {
        if (!isAdmitted.isDone()) {
            patience = timeout.get().subscribe().with(over -> queue.giveUp(this));
        }
    }

    /** Hands the lock to the next ticket, or gives the place in the queue up; idempotent. */
    public void release() {
        if (queue.release(this)) {
            cancel(slot); // nobody else needs it: this ticket was waiting
        }
        cancel(patience);
    }

    private static void cancel(@Nullable Cancellable timer) {
        if (timer != null) {
            timer.cancel();
        }
    }

    void admit() {
        isAdmitted.complete(true);
    }

    void refuse() {
        isAdmitted.complete(false);
    }

    Wanted wanted() {
        return wanted;
    }

    long arrival() {
        return arrival;
    }
}
