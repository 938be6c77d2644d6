package dev.greengraph.gate.budget;

import java.time.Duration;
import java.time.Instant;

/**
 * Keeps calls apart where it counts: at the upstream. A call may leave late (a new connection, a cold process) and so
 * come close to the next one, although their turns were far enough apart. When a call arrived is not known, but it was
 * after it left, and before its answer by at least what the fastest call so far took from there.
 */
public final class Spacing {

    /** So many answers until the fastest is believed to be about as fast as any can be. */
    private static final int SETTLED = 20;
    /** How much weight the latest answer has in the average. */
    private static final int ONE_IN = 8;

    private Duration space;
    private Instant lastArrival = Instant.MIN;
    private Duration fastest = Duration.ZERO;
    private Duration average = Duration.ZERO;
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
        learn(Duration.between(left, end));
        arrived(end.minus(fastestWay()));
    }

    /** How far apart calls that queue leave; as long as nothing was answered, a guess. */
    synchronized Duration cycle() {
        return answers == 0 ? space.multipliedBy(115).dividedBy(100) : space.plus(late());
    }

    /**
     * By how much more than a space calls that queue leave apart, as far as answers have shown: what is not known of a
     * call's arrival is waited for as well, unless the next leaves before it is answered.
     */
    synchronized Duration late() {
        return answers == 0 || average.compareTo(space) >= 0 ? Duration.ZERO : average.minus(fastestWay());
    }

    private void learn(Duration took) {
        fastest = answers == 0 || took.compareTo(fastest) < 0 ? took : fastest;
        average = answers == 0 ? took : average.plus(took.minus(average).dividedBy(ONE_IN));
        answers++;
    }

    /** The first answers may all have been slow: by as much as they differ, and by half of what the fastest took. */
    private Duration fastestWay() {
        if (answers >= SETTLED) {
            return fastest;
        }
        Duration differ = average.minus(fastest);
        Duration half = fastest.dividedBy(2);
        Duration sure = fastest.minus(differ.compareTo(half) > 0 ? differ : half);
        return sure.isNegative() ? Duration.ZERO : sure;
    }

    private void arrived(Instant latest) {
        lastArrival = latest.isAfter(lastArrival) ? latest : lastArrival;
    }
}
