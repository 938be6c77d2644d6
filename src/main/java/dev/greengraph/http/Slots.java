package dev.greengraph.http;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** So many at once and no more; a few more wait, in the order of coming, and each slot that is given back goes to the first. */
final class Slots {

    /** Who asks for a slot. */
    @FunctionalInterface
    interface Guest {

        /** There is a slot; answers whether it is still wanted. */
        boolean enter();
    }

    /** What came of asking. */
    enum Answer {
        /** A slot is taken. */
        TAKEN,
        /** The guest is told when there is one. */
        WAITS,
        /** Too many wait. */
        FULL
    }

    private final int most;
    private final int mostWaiting;
    private final Deque<Guest> waiting = new ArrayDeque<>();
    private int taken;

    Slots(int most, int mostWaiting) {
        this.most = most;
        this.mostWaiting = mostWaiting;
    }

    /** Takes a slot, or waits for one. */
    synchronized Answer ask(Guest guest) {
        if (taken < most) {
            taken++;
            return Answer.TAKEN;
        }
        if (waiting.size() >= mostWaiting) {
            return Answer.FULL;
        }
        waiting.add(guest);
        return Answer.WAITS;
    }

    /** No longer waits. */
    synchronized void leave(Guest guest) {
        waiting.remove(guest);
    }

    /** Gives a slot back: to the first who still wants it. */
    void release() {
        Guest next = next();
        while (next != null && !next.enter()) {
            next = next();
        }
    }

    synchronized int taken() {
        return taken;
    }

    private synchronized @Nullable Guest next() {
        Guest guest = waiting.poll();
        taken -= guest == null ? 1 : 0;
        return guest;
    }
}
