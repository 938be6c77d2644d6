package dev.greengraph.gate.breaker;

import dev.greengraph.upstream.failure.UpstreamFailure;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A time in which nothing is sent, and the failure that caused it. */
public final class Cooldown {

    private final Clock clock;
    private Instant end = Instant.MIN;
    private @Nullable UpstreamFailure because;

    public Cooldown(Clock clock) {
        this.clock = clock;
    }

    /** Begins now; a cooldown that ends later stays, with its cause. */
    synchronized void begin(Duration time, UpstreamFailure cause) {
        Instant newEnd = clock.instant().plus(time);
        if (newEnd.isAfter(end)) {
            this.end = newEnd;
            this.because = cause;
        }
    }

    /** When it ends or ended; in the distant past if there was none. */
    synchronized Instant end() {
        return end;
    }

    /** What caused it; absent once it is over. */
    synchronized @Nullable UpstreamFailure because() {
        return end.isAfter(clock.instant()) ? because : null;
    }
}
