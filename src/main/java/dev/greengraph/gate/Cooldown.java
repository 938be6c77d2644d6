package dev.greengraph.gate;

import dev.greengraph.upstream.failure.UpstreamFailure;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A time in which nothing is sent, and what the upstream said to cause it. */
public final class Cooldown {

    private final Clock clock;
    private Instant end = Instant.MIN;
    private @Nullable UpstreamFailure because;

    public Cooldown(Clock clock) {
        this.clock = clock;
    }

    /** Pauses from now on; a longer pause stays, with its cause. */
    synchronized void begin(Duration time, UpstreamFailure because) {
        Instant newEnd = clock.instant().plus(time);
        if (newEnd.isAfter(end)) {
            this.end = newEnd;
            this.because = because;
        }
    }

    /** How long it still lasts; zero if nothing pauses. */
    synchronized Duration remaining() {
        Instant now = clock.instant();
        return end.isAfter(now) ? Duration.between(now, end) : Duration.ZERO;
    }

    /** What caused it; absent if nothing pauses. */
    synchronized @Nullable UpstreamFailure because() {
        return end.isAfter(clock.instant()) ? because : null;
    }
}
