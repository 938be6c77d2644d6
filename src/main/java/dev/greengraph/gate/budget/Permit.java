package dev.greengraph.gate.budget;

import java.time.Duration;

/** What a budget answers to a request to call. */
public sealed interface Permit {

    /**
     * The call may be sent.
     *
     * @param startsIn time until its slot; zero sends at once
     */
    record Granted(Duration startsIn) implements Permit {}

    /**
     * The call cannot be sent in time.
     *
     * @param retryAfter from when on a call without patience is granted
     */
    record Refused(Duration retryAfter) implements Permit {}
}
