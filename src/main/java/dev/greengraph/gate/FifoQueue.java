package dev.greengraph.gate;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Lets one through at a time, in the order of coming: the next when the one before says that it is through. */
final class FifoQueue {

    private final Deque<Ticket> waiting = new ArrayDeque<>();
    private @Nullable Ticket inside;
    private boolean isLettingIn;

    /** Whoever is inside holds the others up, until it releases its ticket. */
    final class Ticket {
        private final CompletableFuture<Boolean> isAdmitted = new CompletableFuture<>();

        private Ticket() {}

        /** Completes when it is one's turn; with false if that has not come when the patience ends. */
        Uni<Boolean> enter(Uni<Void> patience) {
            return Uni.createFrom()
                    .deferred(() -> goesIn(this) ? Uni.createFrom().item(true) : queue(patience));
        }

        private Uni<Boolean> queue(Uni<Void> patience) {
            Cancellable end = patience.subscribe().with(over -> giveUp());
            return Uni.createFrom().completionStage(isAdmitted).onTermination().invoke(end::cancel);
        }

        /** Lets the next one in, if one is inside, else no longer waits; only the first time counts. */
        void release() {
            if (leave(this)) {
                letIn();
            }
        }

        private void giveUp() {
            if (stopsWaiting(this)) {
                isAdmitted.complete(false);
            }
        }
    }

    /** A ticket for one, who is to release it however it goes on. */
    Ticket ticket() {
        return new Ticket();
    }

    /** How many wait to be let in. */
    synchronized int waiting() {
        return waiting.size();
    }

    /** Whether nobody is inside or waits. */
    synchronized boolean isFree() {
        return inside == null && waiting.isEmpty();
    }

    private synchronized boolean goesIn(Ticket one) {
        if (inside == null && waiting.isEmpty()) {
            inside = one;
            return true;
        }
        waiting.add(one);
        return false;
    }

    private synchronized boolean stopsWaiting(Ticket one) {
        return waiting.remove(one);
    }

    /** Whether others have to be let in now, which nobody does yet. */
    private synchronized boolean leave(Ticket one) {
        if (inside != one) {
            waiting.remove(one);
            return false;
        }
        inside = null;
        boolean isFirst = !isLettingIn;
        isLettingIn = true;
        return isFirst;
    }

    /** One after the other until one stays inside: a hundred that go through at once are no stack of a hundred. */
    private void letIn() {
        for (Ticket next = next(); next != null; next = next()) {
            next.isAdmitted.complete(true);
        }
    }

    private synchronized @Nullable Ticket next() {
        Ticket next = inside == null ? waiting.poll() : null;
        inside = next == null ? inside : next;
        isLettingIn = next != null;
        return next;
    }
}
