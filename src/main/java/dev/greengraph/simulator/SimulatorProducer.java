package dev.greengraph.simulator;

import io.vertx.core.Vertx;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Makes the simulator of the application: its clock is the real one, its world begins when it is made. */
@Dependent
class SimulatorProducer {

    @Produces
    @Singleton
    Simulator simulator(Vertx vertx, SimulatorConfig config) {
        return new Simulator(vertx, Clock.systemUTC(), config.seed());
    }
}
