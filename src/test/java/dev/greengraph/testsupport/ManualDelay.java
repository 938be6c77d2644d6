package dev.greengraph.testsupport;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Queue;

/** Waits that end when a {@link ManualClock} is moved past them: in their order, each at its own moment. */
public final class ManualDelay {

    private record Wait(Instant end, long number, UniEmitter<? super Void> waiter) {}

    private final ManualClock clock;
    private final Queue<Wait> waits =
            new PriorityQueue<>(Comparator.comparing(Wait::end).thenComparing(Wait::number));
    private long number;

    /** Waits on that clock. */
    public ManualDelay(ManualClock clock) {
        this.clock = clock;
        clock.beforeAdvance(this::end);
    }

    /** Completes when the clock has moved on that far. */
    public Uni<Void> of(Duration time) {
        return Uni.createFrom().emitter(waiter -> {
            Wait wait = new Wait(clock.instant().plus(time), number++, waiter);
            waits.add(wait);
            waiter.onTermination(() -> waits.remove(wait));
        });
    }

    /** Waits that have not ended. */
    public int pending() {
        return waits.size();
    }

    private void end(Instant then) {
        for (Wait next = waits.peek(); next != null && !next.end().isAfter(then); next = waits.peek()) {
            waits.remove();
            clock.reach(next.end());
            next.waiter().complete(null);
        }
    }
}
