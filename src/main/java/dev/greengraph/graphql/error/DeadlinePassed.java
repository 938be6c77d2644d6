package dev.greengraph.graphql.error;

/** A field was not there when the time of its operation was over. */
public final class DeadlinePassed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Without a stack trace: where it was noticed says nothing. */
    public DeadlinePassed() {
        super("the operation took longer than it may", null, false, false);
    }
}
