package dev.greengraph.simulator.control;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/**
 * The clock of the simulated accounts: the process's clock, moved by an offset that tests set.
 *
 * <p>It goes from the start of the simulator to {@link #FURTHEST} after the process's clock, because every simulated
 * minute fills memory with messages.
 */
public final class AdjustableClock extends Clock {

    /** How far the clock may be set ahead. */
    static final Duration FURTHEST = Duration.ofDays(7);

    private final Clock real;
    private final Instant start;
    private Duration offset = Duration.ZERO;

    public AdjustableClock(Clock real) {
        this.real = real;
        this.start = real.instant();
    }

    /** When the simulated accounts begin. */
    public Instant start() {
        return start;
    }

    void set(Instant now) {
        if (now.isBefore(start) || now.isAfter(latest())) {
            throw new IllegalArgumentException("now: must be between " + start + " and " + latest());
        }
        offset = Duration.between(real.instant(), now);
    }

    void reset() {
        offset = Duration.ZERO;
    }

    private Instant latest() {
        return real.instant().plus(FURTHEST);
    }

    @Override
    public Instant instant() {
        return real.instant().plus(offset);
    }

    @Override
    public ZoneId getZone() {
        return real.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("the simulator knows instants only");
    }
}
