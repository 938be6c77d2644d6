package dev.greengraph.admission;

import java.util.stream.LongStream;

/**
 * A set of the journal's windows over minutes, each one upstream call however many fields read it.
 *
 * @param bits one for each endpoint and size
 */
record Windows(int bits) {

    static final Windows NONE = new Windows(0);
    static final int DAY = 1_440;
    static final int MOST_MINUTES = 43_200;

    /** The sizes that the journal rounds up to. */
    private static final long[] MINUTES = {60, DAY, 10_080, MOST_MINUTES};
    /** The same for the history of a chat. */
    private static final long[] COUNTS = {100, 500, 1_000, 5_000};

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
        return LongStream.of(COUNTS).filter(size -> size >= count).count();
    }

    private static Windows of(int endpoint, long minutes) {
        long smaller = LongStream.of(MINUTES).filter(size -> size < minutes).count();
        return new Windows(1 << (endpoint * MINUTES.length + (int) smaller));
    }

    Windows and(Windows others) {
        return new Windows(bits | others.bits);
    }

    long count() {
        return Integer.bitCount(bits);
    }
}
