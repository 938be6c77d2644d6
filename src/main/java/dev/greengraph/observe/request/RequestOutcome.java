package dev.greengraph.observe.request;

/** How a request ended; the tag {@code outcome} holds the name in lower case. */
public enum RequestOutcome {
    /** Data, without an error. */
    ANSWERED,
    /** Data and errors. */
    PARTIAL,
    /** Errors only. */
    REFUSED,
    /** Status 500: a defect of ours. */
    FAILED,
    /** The caller was gone before the answer was sent whole. */
    ABANDONED
}
