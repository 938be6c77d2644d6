package dev.greengraph.gate.breaker;

import dev.greengraph.upstream.failure.UpstreamFailure;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Stops the calls to an endpoint that keeps failing, and finds out by single probes whether it is back.
 *
 * <pre>
 *          failures in a row             open time
 *          reach the limit                 ends
 * CLOSED -------------------> OPEN -------------------> HALF_OPEN
 *    ^                          ^      probe fails       |    |
 *    |                          +------------------------+    |
 *    +--------------------------------------------------------+
 *                         probe is answered
 * </pre>
 *
 * <p>Closed, all calls are sent; open, none; half-open, one at a time. If a call from before is answered while the breaker is
 * open, the open time still ends as announced, and the breaker is closed then. Guarded by the lock of {@link
 * EndpointAvailability}.
 */
final class CircuitBreaker {

    /** Whether calls are sent. */
    enum State {
        CLOSED,
        OPEN,
        HALF_OPEN
    }

    private final int failuresToOpen;
    private final Duration openFor;
    private final Clock clock;
    private final Cooldown openTime;
    private int failuresInARow;
    private @Nullable UpstreamFailure lastFailure;

    /**
     * Closed.
     *
     * @param failuresToOpen failures in a row that open it
     * @param openFor how long it stays open before a probe
     */
    CircuitBreaker(int failuresToOpen, Duration openFor, Clock clock) {
        this.failuresToOpen = failuresToOpen;
        this.openFor = openFor;
        this.clock = clock;
        this.openTime = new Cooldown(clock);
    }

    /** The upstream could not be reached, broke, or did not answer in time. */
    void failed(UpstreamFailure failure) {
        failuresInARow++;
        lastFailure = failure;
        if (isTripped()) {
            openTime.begin(openFor, failure);
        }
    }

    /** The upstream answered, be it with a refusal that only a working one gives. */
    void answered() {
        failuresInARow = 0;
    }

    State state() {
        if (openTime.end().isAfter(clock.instant())) {
            return State.OPEN;
        }
        return isTripped() ? State.HALF_OPEN : State.CLOSED;
    }

    /** Whether the last calls failed so often in a row that only a probe may be sent, now or when the open time ends. */
    boolean isTripped() {
        return failuresInARow >= failuresToOpen;
    }

    /** When it ends to be open. */
    Instant openUntil() {
        return openTime.end();
    }

    /** The failure that keeps calls away; absent while closed. */
    @Nullable
    UpstreamFailure because() {
        return state() == State.CLOSED ? null : lastFailure;
    }
}
