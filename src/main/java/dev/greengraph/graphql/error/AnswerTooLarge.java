package dev.greengraph.graphql.error;

/** A field was not begun because the answer already had as many values as it may have. */
public final class AnswerTooLarge extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final long limit;

    /** Without a stack trace: the place says nothing about the cause. */
    public AnswerTooLarge(long limit) {
        super("answer-values: at most " + limit + " are allowed", null, false, false);
        this.limit = limit;
    }

    /** The most values that an answer may have. */
    public long limit() {
        return limit;
    }
}
