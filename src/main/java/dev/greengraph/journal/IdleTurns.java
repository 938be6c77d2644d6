package dev.greengraph.journal;

import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/** The turns of one gate that no caller wants: for refreshes, one at a time, in order. */
final class IdleTurns {

    /** Most refreshes that wait. */
    static final int MOST = 100;

    private final EndpointGate gate;
    private final Clock clock;
    private final Delay delay;
    private final Turnstile refreshes = new Turnstile();

    IdleTurns(EndpointGate gate, JournalTime time) {
        this.gate = gate;
        this.clock = time.clock();
        this.delay = time.delay();
    }

    /**
     * Begins when there is a turn that nobody waits for. Fails with {@link NotNow} if there is none within
     * {@code patience}, or if the upstream keeps calls away.
     */
    <V> Uni<V> when(Duration patience, Supplier<Uni<V>> refresh) {
        if (refreshes.waiting() >= MOST) {
            return Uni.createFrom().failure(gate.notNow());
        }
        Instant deadline = clock.instant().plus(patience);
        Turnstile.Passage passage = refreshes.passage();
        return passage.enter(delay.of(patience))
                .chain(isIn -> isIn ? idle(deadline) : Uni.createFrom().failure(gate.notNow()))
                .chain(refresh::get)
                .onTermination()
                .invoke(passage::release);
    }

    private Uni<Void> idle(Instant deadline) {
        if (gate.isIdle()) {
            return Uni.createFrom().voidItem();
        }
        Duration turn = gate.nextIn();
        Duration wait = turn.isZero() ? EndpointHealth.MOMENT : turn;
        return gate.isPaused() || clock.instant().plus(wait).isAfter(deadline)
                ? Uni.createFrom().failure(gate.notNow())
                : delay.of(wait).chain(() -> idle(deadline));
    }

    /** Refreshes that wait, but for the one whose turn is next. */
    int waiting() {
        return refreshes.waiting();
    }
}
