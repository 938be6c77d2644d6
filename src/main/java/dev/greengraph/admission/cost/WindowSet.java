package dev.greengraph.admission.cost;

import dev.greengraph.cache.window.WindowSizes;
import dev.greengraph.upstream.EndpointDefinition;
import dev.greengraph.upstream.endpoint.EndpointTable;
import java.util.ArrayList;
import java.util.List;

/**
 * A set of an account's windows over minutes, and of what is asked about it as a whole: each one upstream call however many
 * fields read it.
 *
 * @param bits one for each endpoint and size, from the highest bit down one for each other endpoint
 */
record WindowSet(int bits) {

    static final WindowSet NONE = new WindowSet(0);

    private static final List<EndpointDefinition<?, ?, ?>> OVER_MINUTES = List.of(
            EndpointTable.LAST_INCOMING_MESSAGES,
            EndpointTable.LAST_OUTGOING_MESSAGES,
            EndpointTable.GET_INCOMING_STATUSES,
            EndpointTable.LAST_INCOMING_CALLS,
            EndpointTable.LAST_OUTGOING_CALLS,
            EndpointTable.GET_OUTGOING_STATUSES);

    private static final List<EndpointDefinition<?, ?, ?>> OF_ACCOUNT = List.of(
            EndpointTable.GET_STATE_INSTANCE,
            EndpointTable.GET_CHATS,
            EndpointTable.GET_SETTINGS,
            EndpointTable.GET_ACCOUNT_SETTINGS,
            EndpointTable.SHOW_MESSAGES_QUEUE,
            EndpointTable.GET_CONTACTS);

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

    /** Each window by itself. */
    List<PlannedRead> reads() {
        List<PlannedRead> reads = new ArrayList<>();
        for (int bit = 0; bit < Integer.SIZE; bit++) {
            if ((bits & (1 << bit)) != 0) {
                reads.add(read(bit));
            }
        }
        return reads;
    }

    private static PlannedRead read(int bit) {
        int sizes = WindowSizes.MINUTES.size();
        return bit < OVER_MINUTES.size() * sizes
                ? new PlannedRead(OVER_MINUTES.get(bit / sizes).endpoint(), WindowSizes.MINUTES.get(bit % sizes))
                : new PlannedRead(OF_ACCOUNT.get(Integer.SIZE - 1 - bit).endpoint(), 0);
    }

    long count() {
        return Integer.bitCount(bits);
    }
}
