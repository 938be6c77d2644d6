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
    /** Most calls that wait or are under way, however long callers are let wait. */
    static final int MOST_CALLS = 1_000;

    private static final Duration LONGEST_RATE_PAUSE = Duration.ofSeconds(30);

    private final Endpoint endpoint;
    private final RateBudget budget;
    private final Pause accountPause;
    private final Pause pause;
    private final Clock clock;
    private final Delay delay;
    private final AtomicInteger waiting = new AtomicInteger();

    private Duration ratePause = Duration.ofSeconds(1);
    private int failuresInARow;
    private int underWay;
    private @Nullable Instant lastAnswerAt;
    private EndpointState.@Nullable Failure lastFailure;

    /**
     * The way to that endpoint.
     *
     * @param accountPause what keeps calls away from all endpoints of the account; its gates share it
     */
    EndpointGate(Endpoint endpoint, RateBudget budget, Pause accountPause, Clock clock, Delay delay) {
        this.endpoint = endpoint;
        this.budget = budget;
        this.accountPause = accountPause;
        this.pause = new Pause(clock);
        this.clock = clock;
        this.delay = delay;
    }

    /**
     * Sends the call when its turn comes; fails with {@link NotNow} at once if that is later than {@code patience}, else
     * with an {@link UpstreamFailure}.
     */
    <V> Uni<V> ask(Duration patience, Supplier<Uni<V>> call) {
        return pass(clock.instant().plus(patience), call)
                .onItem()
                .invoke(this::answered)
                .onFailure()
                .transform(this::failed);
    }

    /** While a call waited, the upstream may have said that nothing shall come now: then the call needs a new turn. */
    private <V> Uni<V> pass(Instant deadline, Supplier<Uni<V>> call) {
        budget.pause(accountPause.remaining());
        if (isFull()) {
            return Uni.createFrom().failure(new NotNow(endpoint, budget.nextIn(), cause()));
        }
        Permit permit = budget.reserve(left(deadline));
        if (permit instanceof Permit.Refused refused) {
            UpstreamFailure because = cause();
            boolean isQueued = because == null && !left(deadline).isZero();
            Duration retryAfter = isQueued ? budget.promise() : refused.retryAfter();
            return Uni.createFrom().failure(new NotNow(endpoint, retryAfter, because));
        }
        return turn(((Permit.Granted) permit).startsIn())
                .chain(() -> apart(deadline))
                .chain(() -> begin() ? send(call) : pass(deadline, call));
    }

    /** Never negative: time passes between two looks at a clock, and no patience is none, not less. */
    private Duration left(Instant deadline) {
        Duration left = Duration.between(clock.instant(), deadline);
        return left.isNegative() ? Duration.ZERO : left;
    }

    private Uni<Void> turn(Duration wait) {
        if (wait.isZero()) {
            return Uni.createFrom().voidItem();
        }
        waiting.incrementAndGet();
        return delay.of(wait).onTermination().invoke(() -> waiting.decrementAndGet());
    }

    /** Turns are apart; if the call before left late, so does this one, unless that is too late for its caller. */
    private Uni<Void> apart(Instant deadline) {
        Instant now = clock.instant();
        Duration more = budget.spacing().start(now);
        if (now.plus(more).isAfter(deadline) && !more.isZero()) {
            return Uni.createFrom().failure(new NotNow(endpoint, more, null));
        }
        return more.isZero() ? Uni.createFrom().voidItem() : turn(more).chain(() -> apart(deadline));
    }

    private <V> Uni<V> send(Supplier<Uni<V>> call) {
        Instant start = clock.instant();
        return Uni.createFrom()
                .deferred(() -> call.get())
                .onTermination()
                .invoke((answer, failure, left) -> end(start, failure));
    }

    private synchronized boolean begin() {
        boolean may = longerPause().remaining().isZero() && !isProbed();
        underWay += may ? 1 : 0;
        return may;
    }

    private synchronized void end(Instant start, @Nullable Throwable failure) {
        underWay--;
        if (!(failure instanceof RateLimited)) { // else the pause keeps the next one apart
            budget.spacing().ended(start, clock.instant(), failure == null);
        }
    }

    private synchronized boolean isFull() {
        return waiting.get() + underWay >= MOST_CALLS;
    }

    private boolean isBroken() {
        return failuresInARow >= BREAKER_FAILURES;
    }

    /** After a row of failures one call at a time finds out whether the upstream is back. */
    private boolean isProbed() {
        return isBroken() && underWay > 0;
    }

    private Pause longerPause() {
        return accountPause.remaining().compareTo(pause.remaining()) > 0 ? accountPause : pause;
    }

    private synchronized @Nullable UpstreamFailure cause() {
        UpstreamFailure because = longerPause().because();
        return because == null && isBroken() && lastFailure != null ? lastFailure.failure() : because;
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
        Duration time = pauseAfter(failure);
        if (time.isZero()) {
            return failure;
        }
        (failure instanceof Unauthorized ? accountPause : pause).begin(time, failure);
        budget.pause(time);
        return new NotNow(endpoint, budget.nextIn(), failure);
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

    synchronized EndpointState state(double callsPerSecond) {
        budget.pause(accountPause.remaining());
        int available = budget.nextIn().isZero() && !isProbed() ? 1 : 0;
        return new EndpointState(endpoint, callsPerSecond, available, waiting.get(), lastAnswerAt, lastFailure);
    }
}
