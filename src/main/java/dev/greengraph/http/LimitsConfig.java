package dev.greengraph.http;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What a request may cost: its size, before anything is executed, and its time. */
@ConfigMapping(prefix = "greengraph.limits")
public interface LimitsConfig {

    /** Largest body of a request; a larger one is answered with 413 and QUERY_TOO_LARGE. */
    @WithDefault("128K")
    MemorySize requestBody();

    /** Operations that this process works on at the same time; further ones wait. */
    @WithDefault("256")
    int operationsInFlight();

    /** Operations that wait to be worked on; one more is answered with 503 and OVERLOADED. */
    @WithDefault("1000")
    int operationsWaiting();

    /** How long an operation waits to be worked on; then it is answered with 503 and OVERLOADED. */
    @WithDefault("2s")
    Duration waitingTime();

    /** How long a request may have waited for its turn on the processor; later it is answered with 503 and OVERLOADED. */
    @WithDefault("1s")
    Duration queueTime();

    /**
     * How long the body of a request may take to arrive, once it may be worked on. What is late is cut off without an answer.
     * Together with the time of an operation, how long until the answer has to begin.
     */
    @WithDefault("10s")
    Duration receiveTime();

    /** How long an operation may take; a field that is not there by then is null with UPSTREAM_TIMEOUT. */
    @WithDefault("10s")
    Duration requestTime();

    /** Longest answer; a longer one is answered with 400 and QUERY_TOO_COMPLEX instead. */
    @WithDefault("8M")
    MemorySize answerBody();

    /** Answers that callers have not taken yet, in all; beyond it the next is 503 and OVERLOADED. */
    @WithDefault("64M")
    MemorySize unsentAnswers();

    /** How long a caller may take to read an answer. Who is late is cut off. */
    @WithDefault("30s")
    Duration sendTime();
}
