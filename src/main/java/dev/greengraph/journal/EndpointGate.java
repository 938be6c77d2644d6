package dev.greengraph.journal;

import dev.greengraph.journal.budget.Permit;
import dev.greengraph.journal.budget.RateBudget;
import dev.greengraph.observe.EndpointMetrics;
import dev.greengraph.upstream.UpstreamEndpoint;
import dev.greengraph.upstream.failure.UpstreamFailure;
import dev.greengraph.upstream.failure.UpstreamFailure.RateLimited;
import dev.greengraph.upstream.failure.UpstreamFailure.Unavailable;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The way of one account to one endpoint: calls pass in order and spaced, and what the upstream says about its state
 * keeps further calls away for a while.
 *
 * <p>A call waits for its turn, then for those before it to have left, then until the upstream may be asked.
 */
final class EndpointGate {

    /** Most calls that wait or are under way, however long callers are let wait. */
    static final int MOST_CALLS = 1_000;

    private final UpstreamEndpoint endpoint;
    private final RateBudget budget;
    private final EndpointHealth health;
    private final Clock clock;
    private final Delay delay;
    private final CallRecorder recorder;
    private final IdleTurns idleTurns;
    private final Set<Object> turns = ConcurrentHashMap.newKeySet();
    private final Turnstile departures = new Turnstile();

    /** The way to that endpoint. */
    EndpointGate(
            UpstreamEndpoint endpoint,
            RateBudget budget,
            EndpointHealth health,
            JournalTime time,
            CallRecorder recorder) {
        this.endpoint = endpoint;
        this.budget = budget;
        this.health = health;
        this.clock = time.clock();
        this.delay = time.delay();
        this.recorder = recorder;
        this.idleTurns = new IdleTurns(this, time);
    }

    /**
     * Sends the call when its turn comes; fails with {@link NotNow} at once if that is later than {@code patience}, else
     * with an {@link UpstreamFailure}. A call that came too fast for the upstream, or whose connection broke, is sent once
     * more if there is a turn in time.
     *
     * @param window how much is asked for, such as {@code minutes=60}; never whose data
     */
    <V> Uni<V> ask(Duration patience, String window, UpstreamCall<V> call) {
        if (waiting() + health.underWay() >= MOST_CALLS) {
            recorder.full();
            return Uni.createFrom().failure(notNow());
        }
        Instant now = clock.instant();
        Wish<V> wish = new Wish<>(now, now.plus(patience), window, call);
        return pass(wish)
                .onFailure(EndpointGate::deservesAnotherTry)
                .recoverWithUni(first -> pass(wish).onFailure(NotNow.class).transform(noTurn -> first))
                .onFailure(NotNow.class)
                .transform(noTurn -> refused(noTurn))
                .onFailure(UpstreamFailure.class)
                .transform(failure -> told(failure));
    }

    private record Wish<V>(Instant asked, Instant deadline, String window, UpstreamCall<V> call) {}

    /** The turns that no caller wants. */
    IdleTurns idleTurns() {
        return idleTurns;
    }

    private <V> Uni<V> pass(Wish<V> wish) {
        budget.pause(health.pause());
        Permit permit = budget.reserve(left(wish.deadline()));
        if (permit instanceof Permit.Granted granted) {
            Turnstile.Passage passage = departures.passage();
            return turn(granted.startsIn())
                    .chain(() -> passage.enter(over(left(wish.deadline()))))
                    .chain(isIn ->
                            isIn ? leave(wish, passage) : Uni.createFrom().failure(notNow()))
                    .onTermination()
                    .invoke(passage::release);
        }
        return Uni.createFrom().failure(notNow());
    }

    /**
     * If the call before left late, so does this one, and while it waited the upstream may have said that nothing shall
     * come now: it waits inside, so that those behind keep their order, unless that is too late for its caller.
     */
    private <V> Uni<V> leave(Wish<V> wish, Turnstile.Passage passage) {
        Duration wait = longer(budget.spacing().waitFrom(clock.instant()), health.nextIn());
        if (wait.isZero() && health.begin()) {
            return send(wish, passage);
        }
        return wait.compareTo(left(wish.deadline())) > 0
                ? Uni.createFrom().failure(notNow())
                : turn(wait).chain(() -> leave(wish, passage));
    }

    private <V> Uni<V> send(Wish<V> wish, Turnstile.Passage passage) {
        CallRecorder.Call recorded = recorder.began(wish.window(), Duration.between(wish.asked(), clock.instant()));
        Departure departure = new Departure(passage, budget, health, recorded, clock);
        return Uni.createFrom()
                .deferred(() -> wish.call().send(departure))
                .onTermination()
                .invoke((answer, failure, isCancelled) -> departure.end(failure, isCancelled));
    }

    /** Who leaves after its turn came ends this wait a second time. */
    private Uni<Void> turn(Duration wait) {
        Object turn = new Object();
        turns.add(turn);
        return over(wait).onTermination().invoke(() -> turns.remove(turn));
    }

    private Uni<Void> over(Duration time) {
        return time.isZero() ? Uni.createFrom().voidItem() : delay.of(time);
    }

    /** Never negative: time passes between two looks at a clock, and no patience is none, not less. */
    private Duration left(Instant deadline) {
        return longer(Duration.between(clock.instant(), deadline), Duration.ZERO);
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private static boolean deservesAnotherTry(Throwable failure) {
        return failure instanceof RateLimited
                || (failure instanceof Unavailable unavailable && unavailable.isConnectionLost());
    }

    /** The upstream was not asked: each who is told so shall come back after those who were told before. */
    private NotNow refused(NotNow noTurn) {
        recorder.refused(noTurn.because());
        return noTurn.because() == null ? new NotNow(endpoint, budget.promise(), null) : noTurn;
    }

    /** A failure that keeps calls away says when to come back. */
    private Throwable told(UpstreamFailure failure) {
        return health.keepsAway(failure) ? new NotNow(endpoint, nextIn(), failure) : failure;
    }

    /** What to tell who cannot be sent in time. */
    NotNow notNow() {
        return new NotNow(endpoint, nextIn(), health.cause());
    }

    /** When the next turn is that nobody has. */
    Duration nextIn() {
        budget.pause(health.pause());
        return longer(budget.nextIn(), health.nextIn());
    }

    /** Whether a call could be sent now that nobody waits for. */
    boolean isIdle() {
        return nextIn().isZero() && departures.isFree();
    }

    /** Whether the upstream said that nothing shall come now. */
    boolean isPaused() {
        return !health.pause().isZero();
    }

    /** What is recorded here. */
    EndpointMetrics metrics() {
        return recorder.metrics();
    }

    EndpointState state() {
        return new EndpointState(
                endpoint,
                budget.callsPerSecond(),
                isIdle() ? 1 : 0,
                waiting(),
                health.lastAnswerAt(),
                health.lastFailure());
    }

    private int waiting() {
        return turns.size() + departures.waiting();
    }
}
