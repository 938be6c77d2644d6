package dev.greengraph.upstream.call;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;

/**
 * Bounds the bytes of answers that are being received or read, over all calls.
 *
 * <p>A call without room does not read from its connection until others are done, so that the upstream has to wait (TCP
 * backpressure). The oldest call may always go on: otherwise calls that are half received could wait for each other. So
 * the bound may be exceeded by one answer, and by what has already been read from each connection.
 */
final class AnswerMemory {

    private final long limit;
    private final Set<Share> held = new LinkedHashSet<>();
    private final Queue<Share> waiting = new ArrayDeque<>();
    private long used;

    AnswerMemory(long limit) {
        this.limit = limit;
    }

    /** The share of one call, nothing yet. */
    Share share() {
        return new Share();
    }

    /** Bytes held by all calls. */
    synchronized long used() {
        return used;
    }

    private synchronized boolean take(Share share, long bytes, Runnable resume) {
        if (share.isReleased) {
            return true;
        }
        held.add(share);
        share.bytes += bytes;
        used += bytes;
        if (mayGoOn(share)) {
            return true;
        }
        share.resume = resume;
        waiting.add(share);
        return false;
    }

    private void release(Share share) {
        releaseAndFindResumable(share).forEach(Runnable::run);
    }

    private synchronized List<Runnable> releaseAndFindResumable(Share share) {
        share.isReleased = true;
        held.remove(share);
        waiting.remove(share);
        used -= share.bytes;
        share.bytes = 0;
        List<Runnable> resumable = new ArrayList<>();
        for (Iterator<Share> next = waiting.iterator(); next.hasNext(); ) {
            Share candidate = next.next();
            if (mayGoOn(candidate)) {
                next.remove();
                resumable.add(candidate.resume);
            }
        }
        return resumable;
    }

    private boolean mayGoOn(Share share) {
        return used <= limit || held.iterator().next() == share;
    }

    /** What one call holds. */
    final class Share {

        private long bytes;
        private boolean isReleased;
        private Runnable resume = () -> {};

        private Share() {}

        /**
         * Bytes were received.
         *
         * @param whenRoom called, on any thread, when there is room again
         * @return whether there is room for more; if not, the caller must stop receiving
         */
        boolean take(long received, Runnable whenRoom) {
            return AnswerMemory.this.take(this, received, whenRoom);
        }

        /** Bytes that it holds. */
        long bytes() {
            synchronized (AnswerMemory.this) {
                return bytes;
            }
        }

        /** The answer has been read or given up; only the first time counts. */
        void release() {
            AnswerMemory.this.release(this);
        }
    }
}
