package dev.greengraph.observe;

/** How a call to the upstream ended; the tag {@code outcome} holds the name in lower case. */
public enum CallOutcome {
    /** With what the method promises; that a message or a chat is not there is an answer, too. */
    ANSWERED,
    /** 429. */
    RATE_LIMITED,
    /** 466. */
    QUOTA_EXCEEDED,
    /** 401, or a proxy's 403. */
    UNAUTHORIZED,
    /** The account is starting, not authorised, expired or deleted. */
    ACCOUNT_NOT_READY,
    /** The upstream does not grant this method or refuses an argument. */
    REFUSED,
    /** No whole answer in time. */
    TIMED_OUT,
    /** No connection, or a 5xx. */
    UNAVAILABLE,
    /** An answer that is not what the method promises. */
    INVALID_RESPONSE,
    /** Anything else: a defect of ours. */
    FAILED
}
