package dev.greengraph.graphql.paging;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** An unmodifiable list whose entries are made when they are first read: most queries select only some parts of a page. */
public final class LazyList<E> extends AbstractList<E> implements RandomAccess {

    private final IntFunction<E> make;
    private final @Nullable Object[] made;

    private LazyList(int size, IntFunction<E> make) {
        this.make = make;
        this.made = new Object[size];
    }

    /**
     * A list of that size.
     *
     * @param make makes the entry at an index; not null, and the same whenever it is called
     */
    public static <E> List<E> of(int size, IntFunction<E> make) {
        return new LazyList<>(size, make);
    }

    @Override
    @SuppressWarnings("unchecked") // made holds what make returned
    public E get(int index) {
        Object known = made[index];
        if (known == null) {
            known = make.apply(index);
            made[index] = known;
        }
        return (E) known;
    }

    @Override
    public int size() {
        return made.length;
    }
}
