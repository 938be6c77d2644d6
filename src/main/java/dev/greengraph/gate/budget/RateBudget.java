package dev.greengraph.gate.budget;

import dev.greengraph.gate.budget.Permit.Granted;
import dev.greengraph.gate.budget.Permit.Refused;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * The calls that one account may send to one endpoint: a fixed space between two of them and no bursts, since the
 * upstream counts in its own clock and the network moves calls closer together. Turns are given in the order of asking.
 */
public final class RateBudget {

    private static final Duration FURTHEST = Duration.ofMinutes(5);

    private final Clock clock;
    private final double factor;
    private final Spacing spacing;
    private double callsPerSecond;
    private Duration space;
    private Instant nextFree = Instant.MIN;
    private Instant expected = Instant.MIN;
    private Instant promised = Instant.MIN;

    /**
     * A budget that starts free.
     *
     * @param callsPerSecond what the upstream allows, as far as is known
     * @param factor space between two calls, as a multiple of what that asks for
     */
    public RateBudget(Clock clock, double callsPerSecond, double factor) {
        this.clock = clock;
        this.factor = factor;
        this.callsPerSecond = callsPerSecond;
        this.space = space(callsPerSecond, factor);
        this.spacing = new Spacing(space);
    }

    /** The upstream says what it really allows: turns given from now on are that far apart. */
    public synchronized void follow(double realCallsPerSecond) {
        if (realCallsPerSecond != callsPerSecond) {
            callsPerSecond = realCallsPerSecond;
            space = space(realCallsPerSecond, factor);
            spacing.follow(space);
        }
    }

    /** What the upstream allows, as far as is known. */
    public synchronized double callsPerSecond() {
        return callsPerSecond;
    }

    private static Duration space(double callsPerSecond, double factor) {
        return Duration.ofMillis((long) Math.ceil(1_000 * factor / callsPerSecond));
    }

    /** Keeps apart what has its turn. */
    public Spacing spacing() {
        return spacing;
    }

    /**
     * The next turn if a call can be expected to leave within {@code patience}; zero patience takes only a turn that
     * nobody waits for. Turns are a space apart, so that nobody leaves later than necessary; that those before really
     * leave further apart counts only for who would come too late.
     */
    public synchronized Permit reserve(Duration patience) {
        Instant now = clock.instant();
        Duration wait = waitFrom(now);
        Duration leaves = wait.isZero() ? wait : longer(wait, Duration.between(now, expected));
        if (leaves.compareTo(patience) > 0) {
            return new Refused(leaves);
        }
        nextFree = now.plus(wait).plus(space);
        expected = now.plus(leaves).plus(space).plus(spacing.late());
        return new Granted(wait);
    }

    /**
     * When somebody who is refused shall come back: each after those who were told before, as calls really follow each
     * other, so that not all come at once and only the first finds a turn. Nothing is kept for them; further than {@link #FURTHEST} nobody is sent.
     */
    public synchronized Duration nextRetryAfter() {
        Instant now = clock.instant();
        Instant free = now.plus(waitFrom(now));
        Instant turn = promised.isAfter(free) ? promised : free;
        Duration in = Duration.between(now, turn);
        if (in.compareTo(FURTHEST) > 0) {
            return FURTHEST;
        }
        promised = turn.plus(spacing.cycle());
        return in;
    }

    /** No further turn before that time is over; turns already given stay. */
    public synchronized void pause(Duration time) {
        Instant end = clock.instant().plus(time);
        if (end.isAfter(nextFree)) {
            nextFree = end;
        }
    }

    /** How long a call would have to wait now. */
    public synchronized Duration nextIn() {
        return waitFrom(clock.instant());
    }

    /** A call that left late puts the next ones off. */
    private Duration waitFrom(Instant now) {
        return longer(spacing.waitFrom(now), Duration.between(now, nextFree));
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
