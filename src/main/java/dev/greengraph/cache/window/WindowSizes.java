package dev.greengraph.cache.window;

import java.util.List;

/** The few sizes that asked windows are rounded up to, each one upstream call. */
public final class WindowSizes {

    /** A day. */
    public static final int DAY = 1_440;
    /** Farthest back that the upstream looks: 30 days, in minutes. */
    public static final int MOST_MINUTES = 43_200;
    /** The deepest history that is read, in messages. */
    public static final int DEEPEST = 5_000;
    /** Most entries of a journal that the upstream gives. */
    public static final int MOST_ENTRIES = 10_000;
    /** The same on MAX. */
    public static final int MOST_ENTRIES_ON_MAX = 5_000;
    /** Of windows over minutes, smallest first: an hour, a day, a week, 30 days. */
    public static final List<Integer> MINUTES = List.of(60, DAY, 10_080, MOST_MINUTES);
    /** Of windows over a chat's history, in messages, smallest first. */
    public static final List<Integer> COUNTS = List.of(100, 500, 1_000, DEEPEST);

    private WindowSizes() {}

    /** The smallest of these sizes that is large enough, else the largest. */
    public static int sizeFor(List<Integer> sizes, int wanted) {
        return sizes.stream().filter(size -> size >= wanted).findFirst().orElse(sizes.get(sizes.size() - 1));
    }
}
