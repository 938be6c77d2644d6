package dev.greengraph.graphql.compiled.writer;

/** A value is not as the writer expects, such as null where none may be: the engine completes it, with its errors. */
public final class Mismatch extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** Without a stack: on the path of a query it would cost more than the rest. */
    public Mismatch() {
        super("not as expected", null, false, false);
    }

    /** The value, which must be of that type. */
    static <T> T unless(Class<T> type, Object value) {
        if (!type.isInstance(value)) {
            throw new Mismatch();
        }
        return type.cast(value);
    }
}
