package dev.greengraph.runtime;

import dev.greengraph.gate.Delay;
import dev.greengraph.gate.Timing;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;

/** Hands the clock and the timer of the process to the gates, which know no container. */
class TimingProducer {

    @Produces
    @Dependent
    Timing timing(Clock clock, Delay delay) {
        return new Timing(clock, delay);
    }
}
