package dev.greengraph.gate;

import dev.greengraph.gate.breaker.EndpointAvailability;
import dev.greengraph.gate.budget.Permit;
import dev.greengraph.gate.budget.RateBudget;
import dev.greengraph.gate.shared.Claim;
import dev.greengraph.gate.shared.Grant;
import dev.greengraph.gate.shared.SharedBudget;
import dev.greengraph.gate.turn.FairQueue;
import dev.greengraph.gate.turn.Ticket;
import dev.greengraph.gate.turn.Wanted;
import dev.greengraph.observe.EndpointMetrics;
import dev.greengraph.upstream.UpstreamEndpoint;
import dev.greengraph.upstream.failure.QuotaUse;
import dev.greengraph.upstream.failure.UpstreamFailure;
import dev.greengraph.upstream.failure.UpstreamFailure.RateLimited;
import dev.greengraph.upstream.failure.UpstreamFailure.Unavailable;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * The calls of one account to one endpoint: spaced, sent in turns of those who wait, and only while circuit breaker and
 * cooldowns allow it.
 *
 * <p>Steps of a call: it is admitted if not too many wait or are in flight; reserves a slot of the budget, or takes the place
 * of a call whose requester has more than its share; queues until its turn, when a slot has come and the call ahead is sent;
 * waits for the spacing, the breaker and the cooldowns; is sent, unless its connection stands too late, which takes it back to
 * that wait. Each step that would end after the caller's patience refuses
 * the call. All steps are in one file: each relies on the order of the others.
 */
public final class EndpointGate {

    /** Most calls that wait or are in flight, however long callers may wait. */
    static final int MOST_CALLS = 1_000;

    private final UpstreamEndpoint endpoint;
    private final RateBudget budget;
    private final SharedBudget shared;
    private final EndpointAvailability availability;
    private final Clock clock;
    private final Delay delay;
    private final CallRecorder recorder;
    private final IdleCapacity idleCapacity;
    private final Set<Object> delayed = ConcurrentHashMap.newKeySet();
    private final FairQueue sendQueue;

    /**
     * When calls may be sent.
     *
     * @param own as far as this replica knows
     * @param shared as the deployment knows
     */
    public record Budgets(RateBudget own, SharedBudget shared) {}

    /** The gate in front of that endpoint. */
    public EndpointGate(
            UpstreamEndpoint endpoint,
            Budgets budgets,
            EndpointAvailability availability,
            Timing time,
            CallRecorder recorder) {
        this.endpoint = endpoint;
        this.budget = budgets.own();
        this.shared = budgets.shared();
        this.availability = availability;
        this.clock = time.clock();
        this.delay = time.delay();
        this.recorder = recorder;
        this.idleCapacity = new IdleCapacity(this, time);
        this.sendQueue = new FairQueue(recorder);
    }

    /**
     * Sends the call in its slot. Fails with {@link RetryLater} at once if that is later than {@code patience}, else with an
     * {@link UpstreamFailure}. A call that met a 429, or whose connection broke, is sent once more if there is a slot in time.
     *
     * @param wanted who wants the answer
     * @param window how much is asked for, such as {@code minutes=60}; never whose data
     */
    public <V> Uni<V> ask(Wanted wanted, Duration patience, String window, UpstreamCall<V> call) {
        if (waiting() + availability.inFlight() >= MOST_CALLS) {
            recorder.full();
            return Uni.createFrom().failure(retryLater());
        }
        Instant now = clock.instant();
        Request<V> request = new Request<>(wanted, now, now.plus(patience), window, call);
        return attempt(request)
                .onFailure(EndpointGate::isWorthASecondAttempt)
                .recoverWithUni(
                        first -> attempt(request).onFailure(RetryLater.class).transform(noSlot -> first))
                .onFailure(RetryLater.class)
                .transform(noSlot -> staggered(noSlot))
                .onFailure(UpstreamFailure.class)
                .transform(failure -> withRetryAfter(failure));
    }

    private record Request<V>(Wanted wanted, Instant askedAt, Instant deadline, String window, UpstreamCall<V> call) {}

    /** The ticket is released when the call is sent, or here if it never is; only the first release counts. */
    private <V> Uni<V> attempt(Request<V> request) {
        return Uni.createFrom().deferred(() -> {
            Ticket ticket = sendQueue.ticket(request.wanted());
            return turn(request, ticket)
                    .chain(isFirst -> isFirst
                            ? sendWhenAllowed(request, ticket)
                            : Uni.createFrom().failure(retryLater()))
                    .onTermination()
                    .invoke(ticket::release);
        });
    }

    private Uni<Boolean> turn(Request<?> request, Ticket ticket) {
        budget.share(shared.share(budget.space()));
        Permit permit = budget.reserve(availability.closedUntil(), remaining(request.deadline()));
        Supplier<Uni<Void>> timeout = () -> after(remaining(request.deadline()));
        if (permit instanceof Permit.Granted granted) {
            return ticket.enter(after(granted.startsIn()), timeout);
        }
        boolean mayWait =
                !availability.isClosed() && !remaining(request.deadline()).isZero();
        return mayWait && ticket.displaceAnother()
                ? ticket.enterDisplacing(timeout)
                : Uni.createFrom().item(false);
    }

    /**
     * The first of the queue. A delayed call ahead delays this one, and a cooldown may have begun meanwhile: it keeps its
     * ticket while it waits, so that the calls behind it keep their order.
     */
    private <V> Uni<V> sendWhenAllowed(Request<V> request, Ticket ticket) {
        Duration wait = longer(budget.spacing().waitFrom(clock.instant()), availability.nextIn());
        return wait.isZero()
                ? shared.claim(new SharedBudget.Demand(budget.space(), 1 + waiting(), remaining(request.deadline())))
                        .chain(claim -> claimed(claim, request, ticket))
                : sendAfter(wait, request, ticket);
    }

    private <V> Uni<V> sendAfter(Duration wait, Request<V> request, Ticket ticket) {
        return wait.compareTo(remaining(request.deadline())) > 0
                ? Uni.createFrom().failure(retryLater())
                : waitFor(wait).chain(() -> sendWhenAllowed(request, ticket));
    }

    /** What the deployment says; a cooldown may have begun while it was asked. */
    private <V> Uni<V> claimed(Claim claim, Request<V> request, Ticket ticket) {
        if (claim instanceof Claim.Granted granted) {
            granted.callsPerSecond().ifPresent(budget::follow);
            Instant now = clock.instant();
            budget.othersUntil(now.plus(granted.others()), now.plus(granted.promised()));
            if (availability.begin()) {
                return send(request, new InFlightCall.Turn(ticket, granted.grant()));
            }
            granted.grant().ended(Grant.End.UNUSED);
            return sendWhenAllowed(request, ticket);
        }
        if (claim instanceof Claim.Closed closed) {
            availability.closedElsewhere(closed.because(), closed.time());
            return sendWhenAllowed(request, ticket);
        }
        Claim.NotYet notYet = (Claim.NotYet) claim;
        Instant now = clock.instant();
        boolean isLastToWait = waiting() == 0 && notYet.time().compareTo(remaining(request.deadline())) > 0;
        budget.othersUntil(isLastToWait ? now : now.plus(notYet.time()), now.plus(notYet.promised()));
        return sendAfter(notYet.time(), request, ticket);
    }

    private <V> Uni<V> send(Request<V> request, InFlightCall.Turn turn) {
        CallRecorder.Call recorded =
                recorder.began(request.window(), Duration.between(request.askedAt(), clock.instant()));
        InFlightCall inFlight = new InFlightCall(turn, budget, availability, recorded, clock);
        return Uni.createFrom()
                .deferred(() -> request.call().send(inFlight))
                .onTermination()
                .invoke((answer, failure, isCancelled) -> inFlight.end(failure, isCancelled))
                .onFailure(failure -> inFlight.isTooLate())
                .recoverWithUni(() -> sendAnew(request, turn.ticket()));
    }

    /** Its connection stood too late, and stands now. */
    private <V> Uni<V> sendAnew(Request<V> request, Ticket ticket) {
        return remaining(request.deadline()).isZero()
                ? Uni.createFrom().failure(retryLater())
                : sendWhenAllowed(request, ticket);
    }

    /** Counts the call as waiting meanwhile. {@code onTermination} may fire twice; removal is idempotent. */
    private Uni<Void> waitFor(Duration time) {
        Object timer = new Object();
        delayed.add(timer);
        return after(time).onTermination().invoke(() -> delayed.remove(timer));
    }

    private Uni<Void> after(Duration time) {
        return time.isZero() ? Uni.createFrom().voidItem() : delay.of(time);
    }

    /** Never negative: time passes between two readings of a clock, and zero patience still takes a free slot. */
    private Duration remaining(Instant deadline) {
        return longer(Duration.between(clock.instant(), deadline), Duration.ZERO);
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private static boolean isWorthASecondAttempt(Throwable failure) {
        return failure instanceof RateLimited
                || (failure instanceof Unavailable unavailable && unavailable.isConnectionLost());
    }

    /** Callers refused by the budget alone get different times to come back; the others all wait for the same end. */
    private RetryLater staggered(RetryLater noSlot) {
        recorder.refused(noSlot.because());
        return noSlot.because() == null
                ? new RetryLater(endpoint, budget.nextRetryAfter(availability.closedUntil()), null)
                : noSlot;
    }

    /** A failure that closes the gate says when to come back. */
    private Throwable withRetryAfter(UpstreamFailure failure) {
        return availability.isClosedBy(failure) ? new RetryLater(endpoint, nextIn(), failure) : failure;
    }

    /** The slots that no caller waits for. */
    public IdleCapacity idleCapacity() {
        return idleCapacity;
    }

    /** The refusal of a call that cannot be sent in time. */
    RetryLater retryLater() {
        return new RetryLater(endpoint, nextIn(), availability.because());
    }

    /** How long until the next free slot that breaker and cooldowns allow. */
    Duration nextIn() {
        return longer(budget.nextIn(availability.closedUntil()), availability.nextIn());
    }

    /** Whether a call could be sent now without overtaking another. */
    boolean isIdle() {
        return nextIn().isZero() && sendQueue.isFree();
    }

    /** How long until a call could be sent anywhere that no caller waits for. */
    Uni<Duration> idleInDeployment() {
        return shared.idleIn(budget.space());
    }

    /** Whether a cooldown or the open breaker keeps all calls away. */
    boolean isClosed() {
        return availability.isClosed();
    }

    /** The upstream told by itself that the month's quota is used up. */
    public void quotaTold(QuotaUse use) {
        availability.quotaTold(use);
    }

    /** What is recorded here. */
    public EndpointMetrics metrics() {
        return recorder.metrics();
    }

    /** How the endpoint is doing now. */
    public GateState state() {
        return new GateState(
                endpoint,
                budget.callsPerSecond(),
                isIdle() ? 1 : 0,
                waiting(),
                availability.lastAnswerAt(),
                availability.lastFailure(),
                availability.usedUpQuota());
    }

    private int waiting() {
        return delayed.size() + sendQueue.waiting();
    }
}
