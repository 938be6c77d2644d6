package dev.greengraph.gate.breaker;

import dev.greengraph.observe.CallOutcome;
import dev.greengraph.upstream.failure.QuotaUse;
import dev.greengraph.upstream.failure.UpstreamFailure;
import dev.greengraph.upstream.failure.UpstreamFailure.QuotaExceeded;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the upstream's answers say about one endpoint of one account: whether a call may be sent now, and else why not and
 * until when. Joins the {@link CircuitBreaker} and the {@link Cooldowns} with the calls in flight under one lock. Asking
 * changes nothing; only {@link #begin()} and {@link #ended} do.
 */
public final class EndpointAvailability {

    /** How often a call looks whether the probe ahead of it has ended. */
    public static final Duration PROBE_POLL_INTERVAL = Duration.ofMillis(100);

    private final Cooldowns cooldowns;
    private final CircuitBreaker breaker;
    private final Clock clock;

    private int inFlight;
    private @Nullable Instant lastAnswerAt;
    private @Nullable LastFailure lastFailure;
    private @Nullable UsedUpQuota usedUpQuota;

    /**
     * Nothing is known yet: calls may be sent.
     *
     * @param accountCooldown keeps calls away from all endpoints of the account, which share it
     */
    public EndpointAvailability(Cooldown accountCooldown, GateConfig config, Clock clock) {
        this.cooldowns = new Cooldowns(accountCooldown, config, clock);
        this.breaker = new CircuitBreaker(config.breakerFailures(), config.breakerOpenFor(), clock);
        this.clock = clock;
    }

    /** Counts one more call in flight if it may be sent now. */
    public synchronized boolean begin() {
        boolean isAllowed = !isClosed() && !isProbing();
        inFlight += isAllowed ? 1 : 0;
        return isAllowed;
    }

    /**
     * A call in flight ended. One step under the lock: no other call sees that it ended and not yet what follows from it.
     *
     * @param failure absent if it was answered
     */
    public synchronized void ended(@Nullable Throwable failure) {
        inFlight--;
        if (failure instanceof UpstreamFailure upstream && upstream.outcome() != CallOutcome.ANSWERED) {
            failed(upstream);
        } else if (failure == null || failure instanceof UpstreamFailure) {
            breaker.answered();
            cooldowns.answered();
            lastAnswerAt = clock.instant();
            usedUpQuota = null;
        }
    }

    /** Another replica met that failure: nothing is sent for a while. */
    public synchronized void closedElsewhere(UpstreamFailure failure, Duration time) {
        cooldowns.begin(failure, time);
        noteQuota(failure);
    }

    private void failed(UpstreamFailure failure) {
        lastFailure = new LastFailure(failure, clock.instant());
        switch (failure.outcome()) {
            case UNAVAILABLE, TIMED_OUT -> breaker.failed(failure);
            case RATE_LIMITED, QUOTA_EXCEEDED, UNAUTHORIZED -> cooldowns.failed(failure);
            default -> breaker.answered();
        }
        noteQuota(failure);
    }

    private void noteQuota(UpstreamFailure failure) {
        if (failure instanceof QuotaExceeded exceeded) {
            usedUpQuota = new UsedUpQuota(
                    usedUpQuota == null ? clock.instant() : usedUpQuota.since(), closedUntil(), exceeded.use());
        }
    }

    /** The upstream told by itself that the quota is used up. It is asked all the same: only its refusal is certain. */
    public synchronized void quotaTold(QuotaUse use) {
        Instant now = clock.instant();
        Instant until = closedUntil().isAfter(now) ? closedUntil() : now;
        usedUpQuota = new UsedUpQuota(usedUpQuota == null ? now : usedUpQuota.since(), until, use);
    }

    /** Whether nothing is sent for a while because of that failure. */
    public synchronized boolean isClosedBy(UpstreamFailure failure) {
        return switch (failure.outcome()) {
            case RATE_LIMITED, QUOTA_EXCEEDED, UNAUTHORIZED -> true;
            case UNAVAILABLE, TIMED_OUT -> breaker.isTripped();
            default -> false;
        };
    }

    /** Whether nothing is sent now, by a cooldown or an open breaker. */
    public synchronized boolean isClosed() {
        return closedUntil().isAfter(clock.instant());
    }

    /** When the last cooldown or open time ends or ended. */
    public synchronized Instant closedUntil() {
        Instant cooldown = cooldowns.longest().end();
        return cooldown.isAfter(breaker.openUntil()) ? cooldown : breaker.openUntil();
    }

    /** How long until a call may be sent; the poll interval if that depends on the end of a probe. */
    public synchronized Duration nextIn() {
        Duration closedFor = Duration.between(clock.instant(), closedUntil());
        if (closedFor.isNegative() || closedFor.isZero()) {
            return isProbing() ? PROBE_POLL_INTERVAL : Duration.ZERO;
        }
        return closedFor;
    }

    /** Calls that were begun and have not ended. */
    public synchronized int inFlight() {
        return inFlight;
    }

    /** Whether a call is in flight that must end before the next one: the probe, or one from before the breaker opened. */
    public synchronized boolean isProbing() {
        return breaker.isTripped() && inFlight > 0;
    }

    /** What keeps calls away now, or lets only one probe through; absent if they may be sent. */
    public synchronized @Nullable UpstreamFailure because() {
        UpstreamFailure cooldown = cooldowns.longest().because();
        boolean isCooldownLonger = !cooldowns.longest().end().isBefore(breaker.openUntil());
        return cooldown != null && isCooldownLonger ? cooldown : breaker.because();
    }

    /** What is known of the month's quota since it was used up; absent if it is not, as far as is known. */
    public synchronized @Nullable UsedUpQuota usedUpQuota() {
        return usedUpQuota;
    }

    public synchronized @Nullable Instant lastAnswerAt() {
        return lastAnswerAt;
    }

    public synchronized @Nullable LastFailure lastFailure() {
        return lastFailure;
    }
}
