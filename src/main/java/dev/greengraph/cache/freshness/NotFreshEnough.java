package dev.greengraph.cache.freshness;

/** No answer that is fresh enough came in the time that the caller waits; a call may still bring one. */
public final class NotFreshEnough extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Without a stack trace: it is an outcome, not a defect. */
    public NotFreshEnough() {
        super("not fresh enough in time", null, false, false);
    }
}
