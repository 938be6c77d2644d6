package dev.greengraph.admission;

import dev.greengraph.cache.window.WindowSizes;

/**
 * A set of the journal's windows over minutes, each one upstream call however many fields read it.
 *
 * @param bits one for each endpoint and size
 */
record Windows(int bits) {

    static final Windows NONE = new Windows(0);

    static Windows incoming(long minutes) {
        return of(0, minutes);
    }

    static Windows outgoing(long minutes) {
        return of(1, minutes);
    }

    static Windows statuses(long minutes) {
        return of(2, minutes);
    }

    /** The sizes of a history that hold so many messages. */
    static long historySizes(long count) {
        return WindowSizes.COUNTS.stream().filter(size -> size >= count).count();
    }

    private static Windows of(int endpoint, long minutes) {
        long smaller =
                WindowSizes.MINUTES.stream().filter(size -> size < minutes).count();
        return new Windows(1 << (endpoint * WindowSizes.MINUTES.size() + (int) smaller));
    }

    Windows and(Windows others) {
        return new Windows(bits | others.bits);
    }

    long count() {
        return Integer.bitCount(bits);
    }
}
