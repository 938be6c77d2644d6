package dev.greengraph.http.load;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Limits on size, concurrency and time of requests and responses. */
@ConfigMapping(prefix = "greengraph.limits")
public interface LimitsConfig {

    /** Largest body of a request; a larger one is answered with 413 and QUERY_TOO_LARGE. */
    @WithDefault("128K")
    MemorySize requestBody();

    /** Operations that this process executes at once; further ones wait in a queue. */
    @WithDefault("256")
    int operationsInFlight();

    /** Length of that queue; one more operation is answered with 503 and OVERLOADED. */
    @WithDefault("1000")
    int operationsWaiting();

    /** How long an operation waits in the queue; then it is answered with 503 and OVERLOADED. */
    @WithDefault("2s")
    Duration waitingTime();

    /** Largest lag of the event loop; a request that has waited longer for it is answered with 503 and OVERLOADED. */
    @WithDefault("1s")
    Duration queueTime();

    /**
     * How long the body of a request may take to arrive, counted from leaving the queue; then the connection is closed.
     * Together with the time of an operation, how long until the response has to begin.
     */
    @WithDefault("10s")
    Duration receiveTime();

    /** How long an operation may take; a field that has no value by then is null with UPSTREAM_TIMEOUT. */
    @WithDefault("10s")
    Duration requestTime();

    /** Bytes of all responses that are not yet sent; above it the next response is 503 and OVERLOADED. */
    @WithDefault("64M")
    MemorySize unsentAnswers();

    /** How long a caller may take to read a response; then the connection is closed. */
    @WithDefault("30s")
    Duration sendTime();
}
