package dev.greengraph.gate;

import dev.greengraph.gate.breaker.EndpointAvailability;
import dev.greengraph.gate.turn.FairQueue;
import dev.greengraph.gate.turn.Ticket;
import dev.greengraph.gate.turn.TurnListener;
import dev.greengraph.gate.turn.Wanted;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/** The slots of one gate that no caller waits for: for revalidations, one at a time, in FIFO order. */
public final class IdleCapacity {

    /** Most revalidations that wait. */
    public static final int MOST = 100;

    private final EndpointGate gate;
    private final Clock clock;
    private final Delay delay;
    private final FairQueue revalidations = new FairQueue(TurnListener.NONE);

    IdleCapacity(EndpointGate gate, Timing time) {
        this.gate = gate;
        this.clock = time.clock();
        this.delay = time.delay();
    }

    /**
     * Starts the revalidation in a slot that no caller waits for. Fails with {@link RetryLater} if there is none within
     * {@code patience}, or while a cooldown or the circuit breaker keeps calls away.
     */
    public <V> Uni<V> when(Duration patience, Supplier<Uni<V>> revalidation) {
        if (revalidations.waiting() >= MOST) {
            return Uni.createFrom().failure(gate.retryLater());
        }
        Instant deadline = clock.instant().plus(patience);
        return Uni.createFrom().deferred(() -> {
            Ticket ticket = revalidations.ticket(Wanted.BY_NONE);
            return ticket.enter(Uni.createFrom().voidItem(), () -> delay.of(patience))
                    .chain(isFirst ->
                            isFirst ? idle(deadline) : Uni.createFrom().failure(gate.retryLater()))
                    .chain(revalidation::get)
                    .onTermination()
                    .invoke(ticket::release);
        });
    }

    private Uni<Void> idle(Instant deadline) {
        return gate.isIdle()
                ? gate.idleInDeployment()
                        .chain(wait -> wait.isZero() ? Uni.createFrom().voidItem() : wait(wait, deadline))
                : wait(gate.nextIn(), deadline);
    }

    private Uni<Void> wait(Duration slot, Instant deadline) {
        Duration wait = slot.isZero() ? EndpointAvailability.PROBE_POLL_INTERVAL : slot;
        return gate.isClosed() || clock.instant().plus(wait).isAfter(deadline)
                ? Uni.createFrom().failure(gate.retryLater())
                : delay.of(wait).chain(() -> idle(deadline));
    }

    /** Revalidations that wait, without the first of them. */
    public int waiting() {
        return revalidations.waiting();
    }
}
