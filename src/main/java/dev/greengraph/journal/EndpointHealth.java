package dev.greengraph.journal;

import dev.greengraph.upstream.UpstreamFailure;
import dev.greengraph.upstream.UpstreamFailure.QuotaExceeded;
import dev.greengraph.upstream.UpstreamFailure.RateLimited;
import dev.greengraph.upstream.UpstreamFailure.TimedOut;
import dev.greengraph.upstream.UpstreamFailure.Unauthorized;
import dev.greengraph.upstream.UpstreamFailure.Unavailable;
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
final class EndpointHealth {

    private static final Duration QUOTA_PAUSE = Duration.ofMinutes(10);
    private static final Duration UNAUTHORIZED_PAUSE = Duration.ofSeconds(30);
    private static final Duration BREAKER_PAUSE = Duration.ofSeconds(3);
    private static final int BREAKER_FAILURES = 5;
    private static final Duration SHORTEST_RATE_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_RATE_PAUSE = Duration.ofSeconds(30);

    private final Pause accountPause;
    private final Pause pause;
    private final Clock clock;

    private Duration ratePause = SHORTEST_RATE_PAUSE;
    private int failuresInARow;
    private int underWay;
    private @Nullable Instant lastAnswerAt;
    private EndpointState.@Nullable Failure lastFailure;

    /**
     * Nothing is known yet.
     *
     * @param accountPause what keeps calls away from all endpoints of the account; its gates share it
     */
    EndpointHealth(Pause accountPause, Clock clock) {
        this.accountPause = accountPause;
        this.pause = new Pause(clock);
        this.clock = clock;
    }

    /** A call begins, if it may. */
    synchronized boolean begin() {
        boolean may = longerPause().remaining().isZero() && !isProbed();
        underWay += may ? 1 : 0;
        return may;
    }

    /** A call that began is over, whatever came of it. */
    synchronized void end() {
        underWay--;
    }

    /** The upstream answered as it should. */
    synchronized void answered() {
        failuresInARow = 0;
        ratePause = SHORTEST_RATE_PAUSE;
        lastAnswerAt = clock.instant();
    }

    /** The upstream failed; answers for how long nothing shall be sent to this endpoint now. */
    synchronized Duration failed(UpstreamFailure failure) {
        lastFailure = new EndpointState.Failure(failure, clock.instant());
        Duration time = pauseAfter(failure);
        if (!time.isZero()) {
            (failure instanceof Unauthorized ? accountPause : pause).begin(time, failure);
        }
        return time;
    }

    /** How long the whole account still pauses. */
    Duration accountPause() {
        return accountPause.remaining();
    }

    /** Calls that are under way. */
    synchronized int underWay() {
        return underWay;
    }

    /** After a row of failures one call at a time finds out whether the upstream is back. */
    synchronized boolean isProbed() {
        return isBroken() && underWay > 0;
    }

    /** What made the pause that lasts; nothing if there is none. */
    synchronized @Nullable UpstreamFailure pausedBecause() {
        return longerPause().because();
    }

    /** What keeps calls away now, or lets only one probe; nothing if they may be sent. */
    synchronized @Nullable UpstreamFailure cause() {
        UpstreamFailure because = longerPause().because();
        return because == null && isBroken() && lastFailure != null ? lastFailure.failure() : because;
    }

    synchronized @Nullable Instant lastAnswerAt() {
        return lastAnswerAt;
    }

    synchronized EndpointState.@Nullable Failure lastFailure() {
        return lastFailure;
    }

    private boolean isBroken() {
        return failuresInARow >= BREAKER_FAILURES;
    }

    private Pause longerPause() {
        return accountPause.remaining().compareTo(pause.remaining()) > 0 ? accountPause : pause;
    }

    private Duration pauseAfter(UpstreamFailure failure) {
        if (failure instanceof RateLimited) {
            Duration time = ratePause;
            Duration doubled = time.multipliedBy(2);
            ratePause = doubled.compareTo(LONGEST_RATE_PAUSE) > 0 ? LONGEST_RATE_PAUSE : doubled;
            return time;
        }
        if (failure instanceof QuotaExceeded) {
            return QUOTA_PAUSE;
        }
        if (failure instanceof Unauthorized) {
            return UNAUTHORIZED_PAUSE;
        }
        boolean down = failure instanceof Unavailable || failure instanceof TimedOut;
        failuresInARow = down ? failuresInARow + 1 : 0;
        return isBroken() ? BREAKER_PAUSE : Duration.ZERO;
    }
}
