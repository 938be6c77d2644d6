package dev.greengraph.journal;

import dev.greengraph.journal.budget.Permit;
import dev.greengraph.journal.budget.RateBudget;
import dev.greengraph.upstream.Endpoint;
import dev.greengraph.upstream.UpstreamFailure;
import dev.greengraph.upstream.UpstreamFailure.QuotaExceeded;
import dev.greengraph.upstream.UpstreamFailure.RateLimited;
import dev.greengraph.upstream.UpstreamFailure.TimedOut;
import dev.greengraph.upstream.UpstreamFailure.Unauthorized;
import dev.greengraph.upstream.UpstreamFailure.Unavailable;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The way of one account to one endpoint: calls pass in order and spaced, and what the upstream says about its state
 * keeps further calls away for a while.
 */
final class EndpointGate {

    private static final Duration QUOTA_PAUSE = Duration.ofMinutes(10);
    private static final Duration UNAUTHORIZED_PAUSE = Duration.ofSeconds(30);
    private static final Duration BREAKER_PAUSE = Duration.ofSeconds(5);
    private static final int BREAKER_FAILURES = 5;
    private static final Duration LONGEST_RATE_PAUSE = Duration.ofSeconds(30);

    private final Endpoint endpoint;
    private final RateBudget budget;
    private final Clock clock;
    private final Delay delay;
    private final AtomicInteger waiting = new AtomicInteger();

    private Duration ratePause = Duration.ofSeconds(1);
    private int failuresInARow;
    private Instant pausedUntil = Instant.MIN;
    private @Nullable UpstreamFailure pausedBecause;
    private @Nullable Instant lastAnswerAt;
    private EndpointState.@Nullable Failure lastFailure;

    EndpointGate(Endpoint endpoint, RateBudget budget, Clock clock, Delay delay) {
        this.endpoint = endpoint;
        this.budget = budget;
        this.clock = clock;
        this.delay = delay;
    }

    /**
     * Sends the call when its turn comes; fails with {@link NotNow} at once if that is later than {@code patience}, else
     * with an {@link UpstreamFailure}.
     */
    <V> Uni<V> ask(Duration patience, Supplier<Uni<V>> call) {
        Permit permit = budget.reserve(patience);
        if (permit instanceof Permit.Refused refused) {
            return Uni.createFrom().failure(new NotNow(endpoint, refused.retryAfter(), pauseCause()));
        }
        Duration wait = ((Permit.Granted) permit).startsIn();
        return turn(wait)
                .chain(() -> call.get())
                .onItem()
                .invoke(this::answered)
                .onFailure()
                .transform(this::failed);
    }

    private Uni<Void> turn(Duration wait) {
        if (wait.isZero()) {
            return Uni.createFrom().voidItem();
        }
        waiting.incrementAndGet();
        return delay.of(wait).onTermination().invoke(() -> waiting.decrementAndGet());
    }

    private synchronized void answered() {
        failuresInARow = 0;
        ratePause = Duration.ofSeconds(1);
        lastAnswerAt = clock.instant();
    }

    private synchronized Throwable failed(Throwable thrown) {
        if (!(thrown instanceof UpstreamFailure failure)) {
            return thrown;
        }
        lastFailure = new EndpointState.Failure(failure, clock.instant());
        Duration pause = pauseAfter(failure);
        if (pause.isZero()) {
            return failure;
        }
        budget.pause(pause);
        pausedUntil = clock.instant().plus(pause);
        pausedBecause = failure;
        return new NotNow(endpoint, budget.nextIn(), failure);
    }

    private Duration pauseAfter(UpstreamFailure failure) {
        if (failure instanceof RateLimited) {
            Duration pause = ratePause;
            Duration doubled = pause.multipliedBy(2);
            ratePause = doubled.compareTo(LONGEST_RATE_PAUSE) > 0 ? LONGEST_RATE_PAUSE : doubled;
            return pause;
        }
        if (failure instanceof QuotaExceeded) {
            return QUOTA_PAUSE;
        }
        if (failure instanceof Unauthorized) {
            return UNAUTHORIZED_PAUSE;
        }
        boolean down = failure instanceof Unavailable || failure instanceof TimedOut;
        failuresInARow = down ? failuresInARow + 1 : 0;
        return failuresInARow >= BREAKER_FAILURES ? BREAKER_PAUSE : Duration.ZERO;
    }

    private synchronized @Nullable UpstreamFailure pauseCause() {
        return clock.instant().isBefore(pausedUntil) ? pausedBecause : null;
    }

    synchronized EndpointState state(double callsPerSecond) {
        int available = budget.nextIn().isZero() ? 1 : 0;
        return new EndpointState(endpoint, callsPerSecond, available, waiting.get(), lastAnswerAt, lastFailure);
    }
}
