package dev.greengraph.simulator.wire;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The limit of one method of one instance: so many calls in any 1000 milliseconds.
 *
 * <p>Refused calls are counted but do not use the limit up. A call at the very end of the window (1000 ms after the one
 * before) is let through.
 */
public final class RateWindow {

    private static final long WINDOW_MILLIS = 1000;

    private final int limit;
    private final Deque<Long> admitted = new ArrayDeque<>();
    private final Deque<Long> arrived = new ArrayDeque<>();
    private long calls;
    private long refused;
    private int highestPerSecond;

    RateWindow(int limit) {
        this.limit = limit;
    }

    /** Counts a call and says whether it is within the limit. */
    public boolean admits(long nowMillis) {
        forgetBefore(nowMillis);
        arrived.add(nowMillis);
        calls++;
        highestPerSecond = Math.max(highestPerSecond, arrived.size());
        if (admitted.size() < limit) {
            admitted.add(nowMillis);
            return true;
        }
        refused++;
        return false;
    }

    private void forgetBefore(long nowMillis) {
        admitted.removeIf(at -> nowMillis - at >= WINDOW_MILLIS);
        arrived.removeIf(at -> nowMillis - at >= WINDOW_MILLIS);
    }

    /** Calls per second that are allowed. */
    public int limit() {
        return limit;
    }

    /** Calls that the current second still allows. */
    public int remaining() {
        return limit - admitted.size();
    }

    /** Calls so far, refused ones included. */
    public long calls() {
        return calls;
    }

    /** Calls answered with 429 by this limit. */
    public long refused() {
        return refused;
    }

    /** Most calls in any 1000 milliseconds, refused ones included. */
    public int highestPerSecond() {
        return highestPerSecond;
    }
}
