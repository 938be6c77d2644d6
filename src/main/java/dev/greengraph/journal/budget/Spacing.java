package dev.greengraph.journal.budget;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Keeps calls apart where it counts: at the upstream. A call may leave late (a new connection, a cold process) and so
 * come close to the next one, although their turns were far enough apart. When a call arrived is not known, but it was
 * before its answer, by at least what the fastest call so far took altogether.
 */
public final class Spacing {

    private final Duration space;
    private Instant lastArrival = Instant.MIN;
    private @Nullable Duration fastest;

    /**
     * No call so far.
     *
     * @param space least time between two arrivals
     */
    public Spacing(Duration space) {
        this.space = space;
    }

    /** Starts a call that is due now and answers zero, or answers how long it still has to wait. */
    public synchronized Duration start(Instant now) {
        if (lastArrival.isAfter(now.minus(space))) {
            return Duration.between(now, lastArrival.plus(space));
        }
        arrived(now);
        return Duration.ZERO;
    }

    /**
     * A call ended.
     *
     * @param answered whether the upstream answered as it should; else its time tells nothing, and it may have arrived
     *     as late as it ended
     */
    public synchronized void ended(Instant start, Instant end, boolean answered) {
        if (!answered) {
            arrived(end);
            return;
        }
        Duration took = Duration.between(start, end);
        arrived(fastest == null ? end : end.minus(fastest));
        fastest = fastest == null || took.compareTo(fastest) < 0 ? took : fastest;
    }

    private void arrived(Instant latest) {
        lastArrival = latest.isAfter(lastArrival) ? latest : lastArrival;
    }
}
