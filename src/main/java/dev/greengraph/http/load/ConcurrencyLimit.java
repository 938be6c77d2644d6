package dev.greengraph.http.load;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** A semaphore with a bounded FIFO queue: a released place goes to the first waiter. Never blocks. */
final class ConcurrencyLimit {

    /** Waits in the queue for a place. */
    @FunctionalInterface
    interface Waiter {

        /** Offers a place; returns false if the waiter no longer needs one. */
        boolean tryAcquire();
    }

    /** Result of {@link #acquire}. */
    enum Acquisition {
        /** A place was free. */
        ACQUIRED,
        /** The waiter stands in the queue. */
        QUEUED,
        /** The queue is full. */
        FULL
    }

    private final int max;
    private final int maxQueued;
    private final Deque<Waiter> queue = new ArrayDeque<>();
    private int inUse;

    ConcurrencyLimit(int max, int maxQueued) {
        this.max = max;
        this.maxQueued = maxQueued;
    }

    /** Acquires a place, or queues the waiter. */
    synchronized Acquisition acquire(Waiter waiter) {
        if (inUse < max) {
            inUse++;
            return Acquisition.ACQUIRED;
        }
        if (queue.size() >= maxQueued) {
            return Acquisition.FULL;
        }
        queue.add(waiter);
        return Acquisition.QUEUED;
    }

    /** Removes the waiter from the queue, if it is there. */
    synchronized void cancel(Waiter waiter) {
        queue.remove(waiter);
    }

    /** Releases a place: to the first waiter that still needs it. */
    void release() {
        Waiter next = next();
        while (next != null && !next.tryAcquire()) {
            next = next();
        }
    }

    synchronized int inUse() {
        return inUse;
    }

    private synchronized @Nullable Waiter next() {
        Waiter waiter = queue.poll();
        inUse -= waiter == null ? 1 : 0;
        return waiter;
    }
}
