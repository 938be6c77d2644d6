package dev.greengraph.graphql.paging;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a list a page shows. The list is newest first.
 *
 * @param <T> its entries
 */
public sealed interface PagePosition<T> {

    /** Most entries of the page. */
    int length();

    /** The entry that the list must reach up to; absent if none is known. */
    @Nullable
    Cursor cursor();

    /**
     * Finds the page in a list.
     *
     * @param newestFirst the list as far as it was read
     * @param cursor where an entry stands
     */
    Slice in(List<T> newestFirst, Function<T, Cursor> cursor);

    /** The older entries next to a cursor; without one the newest entries. */
    record After<T>(int length, @Nullable Cursor cursor) implements PagePosition<T> {

        @Override
        public Slice in(List<T> newestFirst, Function<T, Cursor> cursors) {
            int start = cursor == null ? 0 : count(newestFirst, cursors, at -> compare(at, cursor) <= 0);
            int end = Math.min(newestFirst.size(), start + length);
            return new Slice(start, end, end - start == length);
        }
    }

    /** The newer entries next to a cursor. */
    record Before<T>(int length, Cursor cursor) implements PagePosition<T> {

        @Override
        public Slice in(List<T> newestFirst, Function<T, Cursor> cursors) {
            int end = count(newestFirst, cursors, at -> compare(at, cursor) < 0);
            return new Slice(Math.max(0, end - length), end, end < newestFirst.size());
        }
    }

    /**
     * An entry with as many newer as older ones, or one older one more; nothing if the list does not hold it.
     *
     * @param isEntry recognises it
     */
    record Around<T>(int length, Predicate<T> isEntry) implements PagePosition<T> {

        @Override
        public @Nullable Cursor cursor() {
            return null;
        }

        @Override
        public Slice in(List<T> newestFirst, Function<T, Cursor> cursors) {
            for (int i = 0; i < newestFirst.size(); i++) {
                if (isEntry.test(newestFirst.get(i))) {
                    int start = Math.max(0, i - (length - 1) / 2);
                    int end = Math.min(newestFirst.size(), start + length);
                    return new Slice(start, end, end - start == length);
                }
            }
            return new Slice(0, 0, false);
        }
    }

    private static int compare(Cursor one, Cursor other) {
        return Cursor.NEWEST_FIRST.compare(one, other);
    }

    /** How many entries at the beginning of the list are as wanted; all after the first that is not are not either. */
    private static <T> int count(List<T> newestFirst, Function<T, Cursor> cursors, Predicate<Cursor> isWanted) {
        int low = 0;
        int high = newestFirst.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (isWanted.test(cursors.apply(newestFirst.get(middle)))) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
