package dev.greengraph.gate;

import dev.greengraph.gate.breaker.EndpointAvailability;
import dev.greengraph.gate.budget.RateBudget;
import dev.greengraph.gate.shared.Grant;
import dev.greengraph.gate.turn.Ticket;
import dev.greengraph.observe.CallOutcome;
import dev.greengraph.upstream.CallListener;
import dev.greengraph.upstream.failure.UpstreamFailure;
import dev.greengraph.upstream.failure.UpstreamFailure.RateLimited;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalDouble;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** One call in flight: the next may start when this one is sent, or has ended if it is the probe of a half-open breaker. */
final class InFlightCall implements CallListener {

    private final Turn turn;
    private final RateBudget budget;
    private final EndpointAvailability availability;
    private final CallRecorder.Call recorded;
    private final Clock clock;
    private final Instant begun;
    private final AtomicBoolean isEnded = new AtomicBoolean();
    private volatile @Nullable Instant sentAt;
    private volatile boolean isTooLate;
    private volatile OptionalDouble callsPerSecond = OptionalDouble.empty();

    /**
     * The turn of a call.
     *
     * @param ticket its place in the queue of this replica
     * @param grant the right to send it, as all replicas know it
     */
    record Turn(Ticket ticket, Grant grant) {}

    InFlightCall(
            Turn turn, RateBudget budget, EndpointAvailability availability, CallRecorder.Call recorded, Clock clock) {
        this.turn = turn;
        this.budget = budget;
        this.availability = availability;
        this.recorded = recorded;
        this.clock = clock;
        this.begun = clock.instant();
    }

    @Override
    public boolean mayBeSent() {
        isTooLate = !turn.grant().holds();
        return !isTooLate;
    }

    /** Whether it was not sent, since its connection stood too late; then it says nothing about the upstream. */
    boolean isTooLate() {
        return isTooLate;
    }

    @Override
    public void sent() {
        Instant now = clock.instant();
        sentAt = now;
        budget.spacing().sent(now);
        turn.grant().sent();
        if (!availability.isProbing()) {
            turn.ticket().release();
        }
    }

    @Override
    public void allowed(double realCallsPerSecond) {
        callsPerSecond = OptionalDouble.of(realCallsPerSecond);
        budget.follow(realCallsPerSecond);
    }

    @Override
    public void answered(byte[] body) {
        // what it says is for the cache
    }

    /** It ended; idempotent, since a caller that cancels after the end fires {@code onTermination} again. */
    void end(@Nullable Throwable failure, boolean isCancelled) {
        if (isEnded.compareAndSet(false, true)) {
            ended(isCancelled || isTooLate ? new CancellationException() : failure);
        }
    }

    /** After a 429 the cooldown keeps the next call apart; a call that was never sent needs no spacing. */
    private void ended(@Nullable Throwable how) {
        Instant now = clock.instant();
        Instant sent = sentAt;
        Duration arrivedAgo = sent == null || how instanceof RateLimited
                ? null
                : budget.spacing().ended(sent, now, how == null);
        turn.grant().ended(new Grant.End(arrivedAgo, outcome(how), callsPerSecond));
        availability.ended(how);
        recorded.ended(Duration.between(begun, now), how);
    }

    private static @Nullable CallOutcome outcome(@Nullable Throwable how) {
        if (how == null) {
            return CallOutcome.ANSWERED;
        }
        return how instanceof UpstreamFailure failure ? failure.outcome() : null;
    }
}
