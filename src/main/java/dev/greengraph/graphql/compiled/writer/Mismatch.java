package dev.greengraph.graphql.compiled.writer;

/** A value is not as the writer expects, such as null where none may be: the engine completes it, with its errors. */
public final class Mismatch extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final boolean isLasting;

    private Mismatch(String message, boolean isLasting) {
        super(message, null, false, false); // without a stack: on the path of a query it costs more than the rest
        this.isLasting = isLasting;
    }

    /** This value is not as expected; another may be. */
    static Mismatch ofValue() {
        return new Mismatch("not as expected", false);
    }

    /** Values with a selection like this can never be written. */
    static Mismatch ofSelection() {
        return new Mismatch("cannot be compiled", true);
    }

    /** Whether it will be so with any value of this class. */
    public boolean isLasting() {
        return isLasting;
    }
}
