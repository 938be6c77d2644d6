package dev.greengraph.testsupport;

import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Queue;

/** A clock that jumps from one event to the next, on one thread: an hour takes as long as its events do. */
public final class VirtualTime extends Clock {

    /** Where every run begins. */
    public static final Instant START = Instant.parse("2026-01-05T10:00:00Z");

    private record Event(Instant at, long number, Runnable action) {}

    private final Queue<Event> events =
            new PriorityQueue<>(Comparator.comparing(Event::at).thenComparing(Event::number));
    private Instant now = START;
    private long number;

    /** Does something at that moment; what falls on one moment happens in the order of planning. */
    public void at(Instant moment, Runnable action) {
        events.add(new Event(moment, number++, action));
    }

    /** Completes when that time is over. */
    public Uni<Void> after(Duration time) {
        return Uni.createFrom().emitter(waiter -> at(now.plus(time), () -> waiter.complete(null)));
    }

    /** Lets time pass until nothing more is to happen. */
    public void run() {
        for (Event next = events.poll(); next != null; next = events.poll()) {
            now = next.at();
            next.action().run();
        }
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
