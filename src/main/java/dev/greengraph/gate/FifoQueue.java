package dev.greengraph.gate;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** An asynchronous lock in FIFO order: one ticket holds it, the others wait until it is released. */
final class FifoQueue {

    private final Deque<Ticket> waiting = new ArrayDeque<>();
    private @Nullable Ticket holder;
    private boolean isAdmitting;

    /** A place in the queue. */
    final class Ticket {
        private final CompletableFuture<Boolean> isAdmitted = new CompletableFuture<>();

        private Ticket() {}

        /** Completes with true when this ticket holds the lock; with false if {@code timeout} completes before. */
        Uni<Boolean> enter(Uni<Void> timeout) {
            return Uni.createFrom()
                    .deferred(() -> acquire(this) ? Uni.createFrom().item(true) : queue(timeout));
        }

        private Uni<Boolean> queue(Uni<Void> timeout) {
            Cancellable timer = timeout.subscribe().with(over -> timedOut());
            return Uni.createFrom().completionStage(isAdmitted).onTermination().invoke(timer::cancel);
        }

        /** Hands the lock to the next ticket, or gives the place in the queue up; idempotent. */
        void release() {
            if (removeAndCheck(this)) {
                admitWaiting();
            }
        }

        private void timedOut() {
            if (stopWaiting(this)) {
                isAdmitted.complete(false);
            }
        }
    }

    /** A new ticket, which must be released whatever happens. */
    Ticket ticket() {
        return new Ticket();
    }

    /** Tickets that wait for the lock. */
    synchronized int waiting() {
        return waiting.size();
    }

    /** Whether no ticket holds the lock or waits for it. */
    synchronized boolean isFree() {
        return holder == null && waiting.isEmpty();
    }

    private synchronized boolean acquire(Ticket ticket) {
        if (holder == null && waiting.isEmpty()) {
            holder = ticket;
            return true;
        }
        waiting.add(ticket);
        return false;
    }

    private synchronized boolean stopWaiting(Ticket ticket) {
        return waiting.remove(ticket);
    }

    /** Whether this thread has to admit the next tickets: the lock is free and no other thread does so already. */
    private synchronized boolean removeAndCheck(Ticket ticket) {
        if (holder != ticket) {
            waiting.remove(ticket);
            return false;
        }
        holder = null;
        boolean isFirst = !isAdmitting;
        isAdmitting = true;
        return isFirst;
    }

    /** A loop instead of recursion: tickets released as soon as they are admitted must not deepen the stack. */
    private void admitWaiting() {
        for (Ticket next = next(); next != null; next = next()) {
            next.isAdmitted.complete(true);
        }
    }

    private synchronized @Nullable Ticket next() {
        Ticket next = holder == null ? waiting.poll() : null;
        holder = next == null ? holder : next;
        isAdmitting = next != null;
        return next;
    }
}
