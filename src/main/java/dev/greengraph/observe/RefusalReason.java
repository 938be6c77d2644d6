package dev.greengraph.observe;

/** Why the upstream was not asked for a caller; the tag {@code reason} holds the name in lower case. */
public enum RefusalReason {
    /** No capacity within the time a caller may wait. */
    NO_TURN,
    /** A pause after a 429. */
    RATE_LIMITED,
    /** A pause after a 466. */
    QUOTA_EXCEEDED,
    /** A pause after a 401. */
    UNAUTHORIZED,
    /** The breaker is open, after failures in a row. */
    BREAKER_OPEN,
    /** As many calls wait or are under way as may. */
    FULL
}
