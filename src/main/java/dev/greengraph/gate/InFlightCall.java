package dev.greengraph.gate;

import dev.greengraph.gate.budget.RateBudget;
import dev.greengraph.upstream.CallListener;
import dev.greengraph.upstream.failure.UpstreamFailure.RateLimited;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** One call on its way: the next may start when it has left, or when it has ended if the upstream is being probed. */
final class InFlightCall implements CallListener {

    private final FifoQueue.Ticket ticket;
    private final RateBudget budget;
    private final CircuitBreaker breaker;
    private final CallRecorder.Call recorded;
    private final Clock clock;
    private final Instant begun;
    private final AtomicBoolean isEnded = new AtomicBoolean();
    private volatile @Nullable Instant leftAt;

    InFlightCall(
            FifoQueue.Ticket ticket,
            RateBudget budget,
            CircuitBreaker breaker,
            CallRecorder.Call recorded,
            Clock clock) {
        this.ticket = ticket;
        this.budget = budget;
        this.breaker = breaker;
        this.recorded = recorded;
        this.clock = clock;
        this.begun = clock.instant();
    }

    @Override
    public void sent() {
        Instant now = clock.instant();
        leftAt = now;
        budget.spacing().left(now);
        if (!breaker.isProbed()) {
            ticket.release();
        }
    }

    @Override
    public void allowed(double callsPerSecond) {
        budget.follow(callsPerSecond);
    }

    /** It is over; only the first time counts, since a caller that leaves after the end tells so again. */
    void end(@Nullable Throwable failure, boolean isCancelled) {
        if (isEnded.compareAndSet(false, true)) {
            ended(isCancelled ? new CancellationException() : failure);
        }
    }

    /** After a 429 the pause keeps the next one apart; what never left never arrived. */
    private void ended(@Nullable Throwable how) {
        Instant now = clock.instant();
        Instant left = leftAt;
        if (left != null && !(how instanceof RateLimited)) {
            budget.spacing().ended(left, now, how == null);
        }
        breaker.ended(how);
        recorded.ended(Duration.between(begun, now), how);
    }
}
