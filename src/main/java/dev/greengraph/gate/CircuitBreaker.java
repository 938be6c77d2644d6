package dev.greengraph.gate;

import dev.greengraph.observe.CallOutcome;
import dev.greengraph.upstream.failure.UpstreamFailure;
import dev.greengraph.upstream.failure.UpstreamFailure.RateLimited;
import dev.greengraph.upstream.failure.UpstreamFailure.Unauthorized;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the upstream's answers say about one endpoint of one account: whether a call may be sent now, and else why not.
 *
 * <p>Open; paused after a 429 (1 s, doubled up to 30 s), a 466 (10 min), a 401 (30 s, the whole account) or the fifth
 * failure in a row (3 s); after the latter probed, one call at a time, until one is answered.
 */
public final class CircuitBreaker {

    /** How soon to look again for the end of a call that others have to wait for. */
    static final Duration PROBE_POLL_INTERVAL = Duration.ofMillis(100);

    private static final Duration QUOTA_PAUSE = Duration.ofMinutes(10);
    private static final Duration UNAUTHORIZED_PAUSE = Duration.ofSeconds(30);
    private static final Duration BREAKER_PAUSE = Duration.ofSeconds(3);
    private static final int BREAKER_FAILURES = 5;
    private static final Duration SHORTEST_RATE_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_RATE_PAUSE = Duration.ofSeconds(30);

    private final Cooldown accountPause;
    private final Cooldown pause;
    private final Clock clock;

    private Duration ratePause = SHORTEST_RATE_PAUSE;
    private int failuresInARow;
    private int underWay;
    private @Nullable Instant lastAnswerAt;
    private GateState.@Nullable Failure lastFailure;

    /**
     * Nothing is known yet.
     *
     * @param accountPause what keeps calls away from all endpoints of the account; its gates share it
     */
    public CircuitBreaker(Cooldown accountPause, Clock clock) {
        this.accountPause = accountPause;
        this.pause = new Cooldown(clock);
        this.clock = clock;
    }

    /** A call begins, if it may. */
    synchronized boolean begin() {
        boolean may = longerPause().remaining().isZero() && !isProbed();
        underWay += may ? 1 : 0;
        return may;
    }

    /**
     * A call that began is over; whoever looks next sees both that it is and what came of it.
     *
     * @param failure nothing if it was answered
     */
    synchronized void ended(@Nullable Throwable failure) {
        underWay--;
        if (failure instanceof UpstreamFailure upstream && upstream.outcome() != CallOutcome.ANSWERED) {
            failed(upstream);
        } else if (failure == null || failure instanceof UpstreamFailure) {
            failuresInARow = 0;
            ratePause = SHORTEST_RATE_PAUSE;
            lastAnswerAt = clock.instant();
        }
    }

    /** Whether that is a reason to send nothing for a while. */
    synchronized boolean keepsAway(UpstreamFailure failure) {
        return !pauseAfter(failure).isZero();
    }

    /** How long nothing shall be sent. */
    synchronized Duration pause() {
        return longerPause().remaining();
    }

    /** How long until the next may begin; a moment if that depends on the end of another. */
    synchronized Duration nextIn() {
        Duration pause = pause();
        return pause.isZero() && isProbed() ? PROBE_POLL_INTERVAL : pause;
    }

    /** Calls that are under way. */
    synchronized int underWay() {
        return underWay;
    }

    /** After a row of failures one call at a time finds out whether the upstream is back. */
    synchronized boolean isProbed() {
        return isBroken() && underWay > 0;
    }

    /** What keeps calls away now, or lets only one probe; nothing if they may be sent. */
    synchronized @Nullable UpstreamFailure cause() {
        UpstreamFailure because = longerPause().because();
        return because == null && isBroken() && lastFailure != null ? lastFailure.failure() : because;
    }

    synchronized @Nullable Instant lastAnswerAt() {
        return lastAnswerAt;
    }

    synchronized GateState.@Nullable Failure lastFailure() {
        return lastFailure;
    }

    private boolean isBroken() {
        return failuresInARow >= BREAKER_FAILURES;
    }

    private Cooldown longerPause() {
        return accountPause.remaining().compareTo(pause.remaining()) > 0 ? accountPause : pause;
    }

    private void failed(UpstreamFailure failure) {
        lastFailure = new GateState.Failure(failure, clock.instant());
        switch (failure.outcome()) {
            case UNAVAILABLE, TIMED_OUT -> failuresInARow++;
            case RATE_LIMITED, QUOTA_EXCEEDED, UNAUTHORIZED -> {}
            default -> failuresInARow = 0;
        }
        (failure instanceof Unauthorized ? accountPause : pause).begin(pauseAfter(failure), failure);
        if (failure instanceof RateLimited) {
            Duration doubled = ratePause.multipliedBy(2);
            ratePause = doubled.compareTo(LONGEST_RATE_PAUSE) > 0 ? LONGEST_RATE_PAUSE : doubled;
        }
    }

    private Duration pauseAfter(UpstreamFailure failure) {
        return switch (failure.outcome()) {
            case RATE_LIMITED -> ratePause;
            case QUOTA_EXCEEDED -> QUOTA_PAUSE;
            case UNAUTHORIZED -> UNAUTHORIZED_PAUSE;
            case UNAVAILABLE, TIMED_OUT -> isBroken() ? BREAKER_PAUSE : Duration.ZERO;
            default -> Duration.ZERO;
        };
    }
}
