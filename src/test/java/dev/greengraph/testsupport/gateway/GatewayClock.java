package dev.greengraph.testsupport.gateway;

import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The gateway's time: it stands still until a test moves it. */
@Alternative
@Singleton
public class GatewayClock extends Clock {

    private volatile Instant now = Instant.parse("2026-03-02T10:00:00Z");

    @Nullable
    private volatile RuntimeException broken;

    private volatile long tickingSince;

    /** Where the gateway waits for real, its time has to pass as well. */
    public <T> T ticking(Supplier<T> action) {
        tickingSince = System.nanoTime();
        try {
            return action.get();
        } finally {
            now = instant().truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
            tickingSince = 0;
        }
    }

    public void advance(Duration step) {
        now = now.plus(step);
    }

    /** So long that every budget has a call again, and nothing is fresh any more. */
    public void advanceBeyondFreshness() {
        advance(Duration.ofMinutes(2));
    }

    /** What it takes to see a failure that nobody expects: every look at the time fails with that. */
    public void breakWith(RuntimeException failure) {
        broken = failure;
    }

    public void repair() {
        broken = null;
    }

    @Override
    public Instant instant() {
        if (broken != null) {
            throw broken;
        }
        return tickingSince == 0 ? now : now.plusNanos(System.nanoTime() - tickingSince);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
