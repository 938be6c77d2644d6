package dev.greengraph.testsupport;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Time that stands still until a test moves it. */
public final class ManualClock extends Clock {

    /** Where every test begins. */
    public static final Instant START = Instant.parse("2026-01-05T10:00:00Z");

    private final List<Consumer<Instant>> listeners = new ArrayList<>();
    private volatile Instant now = START;

    /** Moves on. */
    public void advance(Duration time) {
        Instant then = now.plus(time);
        List.copyOf(listeners).forEach(listener -> listener.accept(then));
        now = then;
    }

    /** Whoever has to act on the way is told first, and moves the clock by {@link #reach}. */
    void beforeAdvance(Consumer<Instant> listener) {
        listeners.add(listener);
    }

    /** A stop on the way of an {@link #advance}. */
    void reach(Instant moment) {
        now = moment;
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(now, zone);
    }
}
