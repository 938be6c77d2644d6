package dev.greengraph.gate.budget;

import dev.greengraph.gate.budget.Permit.Granted;
import dev.greengraph.gate.budget.Permit.Refused;
import dev.greengraph.gate.shared.Share;
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
    private Share share = Share.ALL;
    private Instant nextFree = Instant.MIN;
    private Instant expected = Instant.MIN;
    private Instant othersUntil = Instant.MIN;
    private Instant promisedUntil = Instant.MIN;

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

    /** Least time between two calls of the whole deployment. */
    public synchronized Duration space() {
        return space;
    }

    /** From now on this is the part of the budget that is ours. */
    public synchronized void share(Share part) {
        share = part;
    }

    /**
     * Calls of other replicas take until then: known only for as long as it lasts.
     *
     * @param waiting those whose callers wait there
     * @param promised the same with those whose callers were told to come back, to any replica
     */
    public synchronized void othersUntil(Instant waiting, Instant promised) {
        othersUntil = waiting;
        promisedUntil = promised;
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
        Duration own = wait.isZero() ? wait : longer(wait, Duration.between(now, expected));
        Duration sentIn = longer(own, Duration.between(now, othersUntil));
        if (sentIn.compareTo(patience) > 0) {
            return new Refused(sentIn);
        }
        nextFree = now.plus(wait).plus(stretched(space));
        expected = now.plus(sentIn).plus(stretched(space)).plus(spacing.lag());
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
        Instant free = now.plus(longer(waitFrom(now, notBefore), Duration.between(now, promisedUntil)));
        return stagger.next(now, free, spacing.cycle().multipliedBy(share.returns()), LONGEST_RETRY_AFTER);
    }

    /**
     * How long a call would have to wait now.
     *
     * @param notBefore no slot is earlier
     */
    public synchronized Duration nextIn(Instant notBefore) {
        Instant now = clock.instant();
        return longer(waitFrom(now, notBefore), Duration.between(now, othersUntil));
    }

    private Duration stretched(Duration time) {
        return share.stretch() == 1 ? time : Duration.ofMillis((long) Math.ceil(time.toMillis() * share.stretch()));
    }

    /** Callers that return are a cycle apart, which is less than two spaces. */
    private Duration tolerance() {
        return longer(space.multipliedBy(2L * share.returns()), LEAST_TOLERANCE);
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
