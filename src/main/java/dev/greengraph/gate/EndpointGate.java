package dev.greengraph.gate;

import dev.greengraph.gate.budget.Permit;
import dev.greengraph.gate.budget.RateBudget;
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
public final class EndpointGate {

    /** Most calls that wait or are under way, however long callers are let wait. */
    static final int MOST_CALLS = 1_000;

    private final UpstreamEndpoint endpoint;
    private final RateBudget budget;
    private final CircuitBreaker breaker;
    private final Clock clock;
    private final Delay delay;
    private final CallRecorder recorder;
    private final IdleCapacity idleCapacity;
    private final Set<Object> turns = ConcurrentHashMap.newKeySet();
    private final FifoQueue sendQueue = new FifoQueue();

    /** The way to that endpoint. */
    public EndpointGate(
            UpstreamEndpoint endpoint, RateBudget budget, CircuitBreaker breaker, Timing time, CallRecorder recorder) {
        this.endpoint = endpoint;
        this.budget = budget;
        this.breaker = breaker;
        this.clock = time.clock();
        this.delay = time.delay();
        this.recorder = recorder;
        this.idleCapacity = new IdleCapacity(this, time);
    }

    /**
     * Sends the call when its turn comes; fails with {@link RetryLater} at once if that is later than {@code patience}, else
     * with an {@link UpstreamFailure}. A call that came too fast for the upstream, or whose connection broke, is sent once
     * more if there is a turn in time.
     *
     * @param window how much is asked for, such as {@code minutes=60}; never whose data
     */
    public <V> Uni<V> ask(Duration patience, String window, UpstreamCall<V> call) {
        if (waiting() + breaker.underWay() >= MOST_CALLS) {
            recorder.full();
            return Uni.createFrom().failure(retryLater());
        }
        Instant now = clock.instant();
        Request<V> request = new Request<>(now, now.plus(patience), window, call);
        return pass(request)
                .onFailure(EndpointGate::deservesAnotherTry)
                .recoverWithUni(
                        first -> pass(request).onFailure(RetryLater.class).transform(noCapacity -> first))
                .onFailure(RetryLater.class)
                .transform(noCapacity -> refused(noCapacity))
                .onFailure(UpstreamFailure.class)
                .transform(failure -> told(failure));
    }

    private record Request<V>(Instant asked, Instant deadline, String window, UpstreamCall<V> call) {}

    /** The turns that no caller wants. */
    public IdleCapacity idleCapacity() {
        return idleCapacity;
    }

    private <V> Uni<V> pass(Request<V> request) {
        budget.pause(breaker.pause());
        Permit permit = budget.reserve(left(request.deadline()));
        if (permit instanceof Permit.Granted granted) {
            FifoQueue.Ticket ticket = sendQueue.ticket();
            return turn(granted.startsIn())
                    .chain(() -> ticket.enter(over(left(request.deadline()))))
                    .chain(isAdmitted -> isAdmitted
                            ? leave(request, ticket)
                            : Uni.createFrom().failure(retryLater()))
                    .onTermination()
                    .invoke(ticket::release);
        }
        return Uni.createFrom().failure(retryLater());
    }

    /**
     * If the call before left late, so does this one, and while it waited the upstream may have said that nothing shall
     * come now: it waits inside, so that those behind keep their order, unless that is too late for its caller.
     */
    private <V> Uni<V> leave(Request<V> request, FifoQueue.Ticket ticket) {
        Duration wait = longer(budget.spacing().waitFrom(clock.instant()), breaker.nextIn());
        if (wait.isZero() && breaker.begin()) {
            return send(request, ticket);
        }
        return wait.compareTo(left(request.deadline())) > 0
                ? Uni.createFrom().failure(retryLater())
                : turn(wait).chain(() -> leave(request, ticket));
    }

    private <V> Uni<V> send(Request<V> request, FifoQueue.Ticket ticket) {
        CallRecorder.Call recorded =
                recorder.began(request.window(), Duration.between(request.asked(), clock.instant()));
        InFlightCall inFlight = new InFlightCall(ticket, budget, breaker, recorded, clock);
        return Uni.createFrom()
                .deferred(() -> request.call().send(inFlight))
                .onTermination()
                .invoke((answer, failure, isCancelled) -> inFlight.end(failure, isCancelled));
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
    private RetryLater refused(RetryLater noCapacity) {
        recorder.refused(noCapacity.because());
        return noCapacity.because() == null ? new RetryLater(endpoint, budget.nextRetryAfter(), null) : noCapacity;
    }

    /** A failure that keeps calls away says when to come back. */
    private Throwable told(UpstreamFailure failure) {
        return breaker.keepsAway(failure) ? new RetryLater(endpoint, nextIn(), failure) : failure;
    }

    /** What to tell who cannot be sent in time. */
    RetryLater retryLater() {
        return new RetryLater(endpoint, nextIn(), breaker.cause());
    }

    /** When the next turn is that nobody has. */
    Duration nextIn() {
        budget.pause(breaker.pause());
        return longer(budget.nextIn(), breaker.nextIn());
    }

    /** Whether a call could be sent now that nobody waits for. */
    boolean isIdle() {
        return nextIn().isZero() && sendQueue.isFree();
    }

    /** Whether the upstream said that nothing shall come now. */
    boolean isPaused() {
        return !breaker.pause().isZero();
    }

    /** What is recorded here. */
    public EndpointMetrics metrics() {
        return recorder.metrics();
    }

    public GateState state() {
        return new GateState(
                endpoint,
                budget.callsPerSecond(),
                isIdle() ? 1 : 0,
                waiting(),
                breaker.lastAnswerAt(),
                breaker.lastFailure());
    }

    private int waiting() {
        return turns.size() + sendQueue.waiting();
    }
}
