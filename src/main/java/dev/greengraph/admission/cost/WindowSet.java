package dev.greengraph.admission.cost;

import dev.greengraph.cache.window.WindowSizes;

/**
 * A set of an account's windows over minutes, and of what is asked about it as a whole: each one upstream call however many
 * fields read it.
 *
 * @param bits one for each endpoint and size, from the highest bit down one for each other endpoint
 */
record WindowSet(int bits) {

    static final WindowSet NONE = new WindowSet(0);

    static WindowSet incoming(long minutes) {
        return of(0, minutes);
    }

    static WindowSet outgoing(long minutes) {
        return of(1, minutes);
    }

    static WindowSet statuses(long minutes) {
        return of(2, minutes);
    }

    static WindowSet calls(long minutes) {
        return of(3, minutes).and(of(4, minutes));
    }

    static WindowSet outgoingStatuses(long minutes) {
        return of(5, minutes);
    }

    static WindowSet state() {
        return ofAccount(0);
    }

    static WindowSet chats() {
        return ofAccount(1);
    }

    static WindowSet settings() {
        return ofAccount(2);
    }

    static WindowSet sync() {
        return ofAccount(3);
    }

    static WindowSet queue() {
        return ofAccount(4);
    }

    static WindowSet contacts() {
        return ofAccount(5);
    }

    /** The sizes of a history that hold so many messages. */
    static long historySizes(long count) {
        return WindowSizes.COUNTS.stream().filter(size -> size >= count).count();
    }

    private static WindowSet of(int endpoint, long minutes) {
        long smaller =
                WindowSizes.MINUTES.stream().filter(size -> size < minutes).count();
        return new WindowSet(1 << (endpoint * WindowSizes.MINUTES.size() + (int) smaller));
    }

    private static WindowSet ofAccount(int endpoint) {
        return new WindowSet(1 << (Integer.SIZE - 1 - endpoint));
    }

    WindowSet and(WindowSet others) {
        return new WindowSet(bits | others.bits);
    }

    long count() {
        return Integer.bitCount(bits);
    }
}
