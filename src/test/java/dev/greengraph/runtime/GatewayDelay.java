package dev.greengraph.runtime;

import dev.greengraph.gate.Delay;
import dev.greengraph.testsupport.gateway.GatewayClock;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;

/** Waits of the gateway under test: they are over at once, and its clock has moved on. */
@Alternative
@Singleton
public class GatewayDelay implements Delay {

    private final GatewayClock clock;

    GatewayDelay(GatewayClock clock) {
        this.clock = clock;
    }

    @Override
    public Uni<Void> of(Duration time) {
        if (clock.isStandingStill()) {
            return Uni.createFrom().nothing();
        }
        Instant end = clock.instant().plus(time);
        return Uni.createFrom().voidItem().invoke(() -> clock.reach(end));
    }
}
