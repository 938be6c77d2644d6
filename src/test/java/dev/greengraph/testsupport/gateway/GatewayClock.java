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

/** The gateway's time: it stands still until a test moves it, or the gateway waits. */
@Alternative
@Singleton
public class GatewayClock extends Clock {

    private volatile Instant now = Instant.parse("2026-03-02T10:00:00Z");

    @Nullable
    private volatile RuntimeException broken;

    private volatile boolean isStandingStill;

    public synchronized void advance(Duration step) {
        now = now.plus(step);
    }

    /** A wait until that moment is over; whole seconds, as the upstream's times are. */
    public synchronized void reach(Instant moment) {
        Instant whole = moment.plusNanos(999_999_999).truncatedTo(ChronoUnit.SECONDS);
        now = whole.isAfter(now) ? whole : now;
    }

    /** Meanwhile waits do not move it, and never end. */
    public <T> T standingStill(Supplier<T> action) {
        isStandingStill = true;
        try {
            return action.get();
        } finally {
            isStandingStill = false;
        }
    }

    /** Whether who waits now waits for ever. */
    public boolean isStandingStill() {
        return isStandingStill;
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
        return now;
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
