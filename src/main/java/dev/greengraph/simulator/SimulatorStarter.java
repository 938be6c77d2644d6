package dev.greengraph.simulator;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.vertx.core.Future;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Provider;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Starts the simulator with the application and stops it with it. */
@ApplicationScoped
class SimulatorStarter {

    private static final Logger LOG = Logger.getLogger(SimulatorStarter.class);
    private static final String PORT = "greengraph.simulator.port";

    private final Provider<Simulator> simulators;
    private final SimulatorConfig config;
    private @Nullable Simulator running;

    /** @param simulators asked only if the simulator is on, because making one makes its whole past */
    SimulatorStarter(Provider<Simulator> simulators, SimulatorConfig config) {
        this.simulators = simulators;
        this.config = config;
    }

    /** Last, so that a wrong setting stops the start while no port is taken yet. */
    void start(@Observes @Priority(Integer.MAX_VALUE) StartupEvent event) {
        if (!config.enabled().orElse(false)) {
            return;
        }
        int port = config.port();
        if (port < 1 || port > 65_535) {
            throw wrongPort("is " + port + ", must be between 1 and 65535");
        }
        Simulator simulator = simulators.get();
        try {
            finish(simulator.start(port));
        } catch (CompletionException taken) {
            throw wrongPort("is " + port + ", which is taken on " + Simulator.HOST + ": choose another one");
        }
        running = simulator;
        LOG.infof("Simulator on http://%s:%d with accounts %s", Simulator.HOST, port, names());
    }

    void stop(@Observes ShutdownEvent event) {
        stop();
    }

    /** Also where a start fails after this one: then there is no shutdown event. */
    @PreDestroy
    void stop() {
        if (running != null) {
            finish(running.stop());
            running = null;
        }
    }

    /** Waits: the application must not start before its upstream listens, nor restart before the port is free. */
    private static <T> T finish(Future<T> future) {
        return future.toCompletionStage().toCompletableFuture().join();
    }

    private static ConfigurationException wrongPort(String why) {
        return new ConfigurationException(PORT + " " + why, Set.of(PORT));
    }

    private static String names() {
        List<String> names =
                SimulatedAccount.ALL.stream().map(SimulatedAccount::toString).toList();
        return String.join(", ", names);
    }
}
