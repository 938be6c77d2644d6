package dev.greengraph.gate.budget;

import dev.greengraph.gate.budget.Permit.Granted;
import dev.greengraph.gate.budget.Permit.Refused;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * The calls that one account may send to one endpoint: a fixed space between two calls and no bursts, since the upstream
 * counts by its own clock and the network moves calls closer together. A slot is the earliest time of one call; slots are
 * reserved in the order of asking.
 *
 * <p>A cooldown or an open breaker is no state of the budget: {@code notBefore} says in each question when it ends, so that
 * asking for the next slot changes nothing.
 */
public final class RateBudget {

    /** Longest {@code retryAfter}. */
    private static final Duration LONGEST_RETRY_AFTER = Duration.ofMinutes(5);
    /** Callers may come back that much late: they round up to seconds, and the network takes its time. */
    private static final Duration LEAST_TOLERANCE = Duration.ofSeconds(1);

    private final Clock clock;
    private final double factor;
    private final Spacing spacing;
    private final RetryStagger stagger = new RetryStagger();
    private double callsPerSecond;
    private Duration space;
    private Instant nextFree = Instant.MIN;
    private Instant expected = Instant.MIN;

    /**
     * A budget whose first slot is free.
     *
     * @param callsPerSecond what the upstream allows, as far as is known
     * @param factor space between two calls, as a multiple of what that rate asks for
     */
    public RateBudget(Clock clock, double callsPerSecond, double factor) {
        this.clock = clock;
        this.factor = factor;
        this.callsPerSecond = callsPerSecond;
        this.space = space(callsPerSecond, factor);
        this.spacing = new Spacing(space);
    }

    /** The upstream named its real rate: slots reserved from now on are that far apart. */
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

    /** Keeps calls apart that have reached their slot. */
    public Spacing spacing() {
        return spacing;
    }

    /**
     * Reserves the next slot if the call can be expected to be sent within {@code patience}; with zero patience only a slot
     * that is free now. Slots are one space apart, so that no call is sent later than necessary; calls ahead may be sent
     * further apart than that, which is counted only to refuse a call that would be too late.
     *
     * @param notBefore no slot is earlier
     */
    public synchronized Permit reserve(Instant notBefore, Duration patience) {
        Instant now = clock.instant();
        stagger.expire(now, nextFree, tolerance());
        Duration wait = waitFrom(now, notBefore);
        Duration sentIn = wait.isZero() ? wait : longer(wait, Duration.between(now, expected));
        if (sentIn.compareTo(patience) > 0) {
            return new Refused(sentIn);
        }
        nextFree = now.plus(wait).plus(space);
        expected = now.plus(sentIn).plus(space).plus(spacing.lag());
        return new Granted(wait);
    }

    /**
     * What a refused caller is to wait. Callers refused at once get times one cycle apart, so that each finds a free slot when
     * it comes back; no slot is kept for them. At most five minutes.
     *
     * @param notBefore no slot is earlier
     */
    public synchronized Duration nextRetryAfter(Instant notBefore) {
        Instant now = clock.instant();
        stagger.expire(now, nextFree, tolerance());
        Instant free = now.plus(waitFrom(now, notBefore));
        return stagger.next(now, free, spacing.cycle(), LONGEST_RETRY_AFTER);
    }

    /**
     * How long a call would have to wait now.
     *
     * @param notBefore no slot is earlier
     */
    public synchronized Duration nextIn(Instant notBefore) {
        return waitFrom(clock.instant(), notBefore);
    }

    /** Callers that return are a cycle apart, which is less than two spaces. */
    private Duration tolerance() {
        return longer(space.multipliedBy(2), LEAST_TOLERANCE);
    }

    /** A call that was sent later than its slot delays the next ones. */
    private Duration waitFrom(Instant now, Instant notBefore) {
        Instant free = nextFree.isAfter(notBefore) ? nextFree : notBefore;
        return longer(spacing.waitFrom(now), Duration.between(now, free));
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
