package dev.greengraph.journal.budget;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Keeps calls apart where it counts: at the upstream. A call may leave late (a new connection, a cold process) and so
 * come close to the next one, although their turns were far enough apart. When a call arrived is not known, but it was
 * after it left, and before its answer by at least what the fastest call so far took from there.
 */
public final class Spacing {

    /** So many answers until the fastest is believed to be about as fast as any can be; till then half of it counts. */
    private static final int SETTLED = 20;

    private Duration space;
    private Instant lastArrival = Instant.MIN;
    private @Nullable Duration fastest;
    private int answers;

    /**
     * No call so far.
     *
     * @param space least time between two arrivals
     */
    public Spacing(Duration space) {
        this.space = space;
    }

    /** From now on calls are that far apart. */
    synchronized void follow(Duration newSpace) {
        space = newSpace;
    }

    /** How long a call that is due now still has to wait. */
    public synchronized Duration waitFrom(Instant now) {
        Duration wait = Duration.between(now, lastArrival.plus(space));
        return wait.isNegative() ? Duration.ZERO : wait;
    }

    /** A call left: no other may arrive before a space is over. */
    public synchronized void left(Instant now) {
        arrived(now);
    }

    /**
     * A call that left ended.
     *
     * @param answered whether the upstream answered as it should; else its time tells nothing, and it may have arrived
     *     as late as it ended
     */
    public synchronized void ended(Instant left, Instant end, boolean answered) {
        if (!answered) {
            arrived(end);
            return;
        }
        Duration took = Duration.between(left, end);
        answers++;
        fastest = fastest == null || took.compareTo(fastest) < 0 ? took : fastest;
        arrived(end.minus(answers < SETTLED ? fastest.dividedBy(2) : fastest));
    }

    private void arrived(Instant latest) {
        lastArrival = latest.isAfter(lastArrival) ? latest : lastArrival;
    }
}
