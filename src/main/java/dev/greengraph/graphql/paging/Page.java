package dev.greengraph.graphql.paging;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list, newest first. Entries and cursors are made when they are read.
 *
 * @param items the entries
 * @param cursors where each of them stands
 * @param info where the page stands
 * @param totalCount entries of the whole list, as far as it was read
 */
public record Page<T>(List<T> items, List<String> cursors, PageInfo info, int totalCount) {

    /**
     * The entries after a cursor.
     *
     * @param newestFirst the whole list as far as it was read
     * @param cursor where an entry stands
     * @param first most entries wanted
     * @param after where to begin; absent for the newest
     * @param isWhole whether the upstream has nothing beyond what was read
     */
    public static <T> Page<T> cut(
            List<T> newestFirst, Function<T, Cursor> cursor, int first, @Nullable Cursor after, boolean isWhole) {
        return cut(newestFirst, cursor, new PagePosition.After<T>(first, after).in(newestFirst, cursor), isWhole);
    }

    /** The entries of a slice of the same list. */
    public static <T> Page<T> cut(List<T> newestFirst, Function<T, Cursor> cursor, Slice slice, boolean isWhole) {
        List<T> items = newestFirst.subList(slice.start(), slice.end());
        List<String> cursors =
                LazyList.of(items.size(), i -> cursor.apply(items.get(i)).encode());
        PageInfo info = new PageInfo(
                slice.end() < newestFirst.size() || !isWhole,
                slice.start() > 0,
                cursors.isEmpty() ? null : cursors.get(0),
                cursors.isEmpty() ? null : cursors.get(cursors.size() - 1));
        return new Page<>(items, cursors, info, newestFirst.size());
    }

    /** The same page of other items, one for each. */
    public <R> Page<R> map(Function<T, R> change) {
        return new Page<>(LazyList.of(items.size(), i -> change.apply(items.get(i))), cursors, info, totalCount);
    }

    /** The edges of the page: each entry with its cursor. */
    public <E> List<E> edges(BiFunction<String, T, E> edge) {
        return LazyList.of(items.size(), i -> edge.apply(cursors.get(i), items.get(i)));
    }
}
