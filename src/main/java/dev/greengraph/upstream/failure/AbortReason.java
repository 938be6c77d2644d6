package dev.greengraph.upstream.failure;

/** Why the gateway ended a call before the upstream had answered. */
public enum AbortReason {
    /** The time allowed for the whole call is over. */
    OUT_OF_TIME,
    /** The answer is larger than allowed. */
    TOO_LARGE,
    /** Its connection stood only when the call must not be sent any more. */
    TOO_LATE
}
