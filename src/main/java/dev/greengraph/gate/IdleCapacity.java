package dev.greengraph.gate;

import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/** The turns of one gate that no caller wants: for refreshes, one at a time, in order. */
public final class IdleCapacity {

    /** Most refreshes that wait. */
    public static final int MOST = 100;

    private final EndpointGate gate;
    private final Clock clock;
    private final Delay delay;
    private final FifoQueue refreshes = new FifoQueue();

    IdleCapacity(EndpointGate gate, Timing time) {
        this.gate = gate;
        this.clock = time.clock();
        this.delay = time.delay();
    }

    /**
     * Begins when there is a turn that nobody waits for. Fails with {@link RetryLater} if there is none within
     * {@code patience}, or if the upstream keeps calls away.
     */
    public <V> Uni<V> when(Duration patience, Supplier<Uni<V>> refresh) {
        if (refreshes.waiting() >= MOST) {
            return Uni.createFrom().failure(gate.retryLater());
        }
        Instant deadline = clock.instant().plus(patience);
        FifoQueue.Ticket ticket = refreshes.ticket();
        return ticket.enter(delay.of(patience))
                .chain(isAdmitted ->
                        isAdmitted ? idle(deadline) : Uni.createFrom().failure(gate.retryLater()))
                .chain(refresh::get)
                .onTermination()
                .invoke(ticket::release);
    }

    private Uni<Void> idle(Instant deadline) {
        if (gate.isIdle()) {
            return Uni.createFrom().voidItem();
        }
        Duration turn = gate.nextIn();
        Duration wait = turn.isZero() ? CircuitBreaker.PROBE_POLL_INTERVAL : turn;
        return gate.isPaused() || clock.instant().plus(wait).isAfter(deadline)
                ? Uni.createFrom().failure(gate.retryLater())
                : delay.of(wait).chain(() -> idle(deadline));
    }

    /** Revalidations that wait, without the one that is next. */
    public int waiting() {
        return refreshes.waiting();
    }
}
