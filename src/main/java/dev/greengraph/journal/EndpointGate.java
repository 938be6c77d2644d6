package dev.greengraph.journal;

import dev.greengraph.journal.budget.Permit;
import dev.greengraph.journal.budget.RateBudget;
import dev.greengraph.observe.EndpointMetrics;
import dev.greengraph.upstream.CallWatch;
import dev.greengraph.upstream.Endpoint;
import dev.greengraph.upstream.UpstreamFailure;
import dev.greengraph.upstream.UpstreamFailure.RateLimited;
import dev.greengraph.upstream.UpstreamFailure.Unavailable;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The way of one account to one endpoint: calls pass in order and spaced, and what the upstream says about its state
 * keeps further calls away for a while.
 */
final class EndpointGate {

    /** Most calls that wait or are under way, however long callers are let wait. */
    static final int MOST_CALLS = 1_000;
    /** Most refreshes that wait for a turn that nobody else wants. */
    static final int MOST_REFRESHES = 100;

    private final Endpoint endpoint;
    private final RateBudget budget;
    private final EndpointHealth health;
    private final Clock clock;
    private final Delay delay;
    private final CallRecorder recorder;
    private final AtomicInteger waiting = new AtomicInteger();
    private final Turnstile departures = new Turnstile();
    private final Turnstile refreshes = new Turnstile();

    /** The way to that endpoint. */
    EndpointGate(Endpoint endpoint, RateBudget budget, EndpointHealth health, JournalTime time, CallRecorder recorder) {
        this.endpoint = endpoint;
        this.budget = budget;
        this.health = health;
        this.clock = time.clock();
        this.delay = time.delay();
        this.recorder = recorder;
    }

    /**
     * Sends the call when its turn comes; fails with {@link NotNow} at once if that is later than {@code patience}, else
     * with an {@link UpstreamFailure}. A call that came too fast for the upstream, or whose connection broke, is sent once
     * more if there is a turn in time.
     *
     * @param window how much is asked for, such as {@code minutes=60}; never whose data
     */
    <V> Uni<V> ask(Duration patience, String window, UpstreamCall<V> call) {
        Instant now = clock.instant();
        Wish<V> wish = new Wish<>(now, now.plus(patience), window, call);
        return pass(wish)
                .onFailure(EndpointGate::deservesAnotherTry)
                .recoverWithUni(
                        first -> pass(wish).onFailure(EndpointGate::hadNoTurn).transform(noTurn -> first));
    }

    private record Wish<V>(Instant asked, Instant deadline, String window, UpstreamCall<V> call) {}

    /**
     * Begins when there is a turn that nobody waits for; one at a time, in order. Fails with {@link NotNow} if there is
     * none within {@code patience}, or if the upstream keeps calls away.
     */
    <V> Uni<V> whenIdle(Duration patience, Supplier<Uni<V>> refresh) {
        if (refreshes.waiting() >= MOST_REFRESHES) {
            return Uni.createFrom().failure(new NotNow(endpoint, budget.nextIn(), null));
        }
        Instant deadline = clock.instant().plus(patience);
        return refreshes
                .enter()
                .chain(passage ->
                        idle(deadline).chain(refresh::get).onTermination().invoke(passage::release));
    }

    private Uni<Void> idle(Instant deadline) {
        Duration wait = nextIn();
        UpstreamFailure because = health.pausedBecause();
        if (because != null || wait.compareTo(left(deadline)) > 0) {
            return Uni.createFrom().failure(new NotNow(endpoint, wait, because));
        }
        return wait.isZero() ? Uni.createFrom().voidItem() : delay.of(wait).chain(() -> idle(deadline));
    }

    /** While a call waited, the upstream may have said that nothing shall come now: then the call needs a new turn. */
    private <V> Uni<V> pass(Wish<V> wish) {
        Duration wait = nextIn();
        if (waiting.get() + health.underWay() >= MOST_CALLS) {
            recorder.full();
            return Uni.createFrom().failure(new NotNow(endpoint, wait, health.cause()));
        }
        Duration left = left(wish.deadline());
        Permit permit = budget.reserve(left);
        if (permit instanceof Permit.Refused refused) {
            return Uni.createFrom().failure(refusal(refused));
        }
        return turn(((Permit.Granted) permit).startsIn())
                .chain(departures::enter)
                .chain(passage -> leave(wish, passage));
    }

    private NotNow refusal(Permit.Refused refused) {
        UpstreamFailure because = health.cause();
        recorder.refused(because);
        return new NotNow(endpoint, because == null ? budget.promise() : refused.retryAfter(), because);
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

    private <V> Uni<V> leave(Wish<V> wish, Turnstile.Passage passage) {
        return apart(wish.deadline())
                .chain(() -> health.begin() ? send(wish, passage) : passAgain(wish, passage))
                .onTermination()
                .invoke(passage::release);
    }

    private <V> Uni<V> passAgain(Wish<V> wish, Turnstile.Passage passage) {
        passage.release();
        return pass(wish);
    }

    /** Turns are apart; if the call before left late, so does this one, unless that is too late for its caller. */
    private Uni<Void> apart(Instant deadline) {
        Instant now = clock.instant();
        Duration more = budget.spacing().waitFrom(now);
        if (more.isZero()) {
            return Uni.createFrom().voidItem();
        }
        return now.plus(more).isAfter(deadline)
                ? Uni.createFrom().failure(new NotNow(endpoint, more, null))
                : turn(more).chain(() -> apart(deadline));
    }

    private <V> Uni<V> send(Wish<V> wish, Turnstile.Passage passage) {
        Departure departure = new Departure(wish, passage);
        return Uni.createFrom()
                .deferred(() -> wish.call().send(departure))
                .onTermination()
                .invoke((answer, failure, isCancelled) -> departure.end(failure, isCancelled))
                .onFailure(UpstreamFailure.class)
                .transform(failure -> told(failure));
    }

    /** One call on its way: the next may start when it has left. */
    private final class Departure implements CallWatch {

        private final Turnstile.Passage passage;
        private final String window;
        private final Instant begun = clock.instant();
        private final Duration waited;
        private volatile @Nullable Instant leftAt;

        Departure(Wish<?> wish, Turnstile.Passage passage) {
            this.passage = passage;
            this.window = wish.window();
            this.waited = Duration.between(wish.asked(), begun);
            recorder.began(waited);
        }

        @Override
        public void left() {
            Instant now = clock.instant();
            leftAt = now;
            budget.spacing().left(now);
            passage.release();
        }

        @Override
        public void allowed(double callsPerSecond) {
            budget.follow(callsPerSecond);
        }

        /** After a 429 the pause keeps the next one apart; what never left never arrived. */
        private void end(@Nullable Throwable failure, boolean isCancelled) {
            Throwable how = isCancelled ? new CancellationException() : failure;
            Instant now = clock.instant();
            Instant left = leftAt;
            if (left != null && !(failure instanceof RateLimited)) {
                budget.spacing().ended(left, now, how == null);
            }
            health.ended(how);
            recorder.ended(window, waited, Duration.between(begun, now), how);
        }
    }

    private static boolean deservesAnotherTry(Throwable thrown) {
        Throwable failure = thrown instanceof NotNow notNow ? notNow.because() : thrown;
        return failure instanceof RateLimited
                || (failure instanceof Unavailable unavailable && unavailable.isConnectionLost());
    }

    private static boolean hadNoTurn(Throwable failure) {
        return failure instanceof NotNow notNow && notNow.because() == null;
    }

    /** A failure that keeps calls away says when to come back. */
    private Throwable told(UpstreamFailure failure) {
        return health.keepsAway(failure) ? new NotNow(endpoint, nextIn(), failure) : failure;
    }

    private Duration nextIn() {
        budget.pause(health.pause());
        Duration turn = budget.nextIn();
        Duration apart = budget.spacing().waitFrom(clock.instant());
        return turn.compareTo(apart) > 0 ? turn : apart;
    }

    /** What is recorded here. */
    EndpointMetrics metrics() {
        return recorder.metrics();
    }

    /** Refreshes that wait, but for the one whose turn is next. */
    int refreshing() {
        return refreshes.waiting();
    }

    EndpointState state() {
        int available = nextIn().isZero() && !health.isProbed() ? 1 : 0;
        return new EndpointState(
                endpoint,
                budget.callsPerSecond(),
                available,
                waiting.get(),
                health.lastAnswerAt(),
                health.lastFailure());
    }
}
