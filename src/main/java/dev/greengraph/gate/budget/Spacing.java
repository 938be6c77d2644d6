package dev.greengraph.gate.budget;

import java.time.Duration;
import java.time.Instant;

/**
 * Keeps calls apart where it counts: at the upstream. A call may be sent later than its slot (a new connection, a cold
 * process) and so come close to the next one, although their slots were far enough apart. When a call arrived is not known,
 * but it was after it was sent, and before its answer by at least what the fastest call so far took.
 */
public final class Spacing {

    /** Answers until the fastest is taken for about as fast as any can be. */
    private static final int SETTLED = 20;
    /** Weight of the latest answer in the average: one part in so many. */
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

    /** From now on arrivals are that far apart. */
    synchronized void follow(Duration newSpace) {
        space = newSpace;
    }

    /** How long a call that is due now still has to wait. */
    public synchronized Duration waitFrom(Instant now) {
        Duration wait = Duration.between(now, lastArrival.plus(space));
        return wait.isNegative() ? Duration.ZERO : wait;
    }

    /** A call was sent: no other may arrive before one space has passed. */
    public synchronized void sent(Instant now) {
        arrived(now);
    }

    /**
     * A call that was sent ended.
     *
     * @return how long it has been at the upstream, at least
     * @param answered whether the upstream answered as it should; else its duration says nothing about the network, and it
     *     may have arrived as late as it ended
     */
    public synchronized Duration ended(Instant sent, Instant end, boolean answered) {
        if (!answered) {
            arrived(end);
            return Duration.ZERO;
        }
        learn(Duration.between(sent, end));
        Duration since = fastestWay();
        arrived(end.minus(since));
        return since;
    }

    /** How far apart queued calls are really sent; 15 % more than a space until the first answer. */
    synchronized Duration cycle() {
        return answers == 0 ? space.multipliedBy(115).dividedBy(100) : space.plus(lag());
    }

    /**
     * How much longer than a space queued calls are apart, as far as answers have shown: the uncertainty of an arrival is
     * added, unless calls take longer than a space, so that the next one is sent before the answer.
     */
    synchronized Duration lag() {
        return answers == 0 || average.compareTo(space) >= 0 ? Duration.ZERO : average.minus(fastestWay());
    }

    private void learn(Duration took) {
        fastest = answers == 0 || took.compareTo(fastest) < 0 ? took : fastest;
        average = answers == 0 ? took : average.plus(took.minus(average).dividedBy(ONE_IN));
        answers++;
    }

    /** The first answers may all have been slow: subtracts how much they differ, and at least half of the fastest. */
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
