package dev.greengraph.simulator;

import dev.greengraph.account.UpstreamAddress;
import dev.greengraph.simulator.recording.Recording;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;

/** Makes the simulator of the application: its clock is the real one, its world begins when it is made. */
@Dependent
class SimulatorProducer {

    private static final String RECORDING = "greengraph.simulator.recording";
    private static final String UPSTREAM = "greengraph.simulator.upstream";

    @Produces
    @Singleton
    Simulator simulator(Vertx vertx, SimulatorConfig config) {
        Optional<Recording> recording = config.recording().map(SimulatorProducer::read);
        Optional<URI> passedOnTo = config.upstream().map(url -> UpstreamAddress.read(UPSTREAM, url));
        return new Simulator(
                vertx,
                Clock.systemUTC(),
                config.seed(),
                new Simulator.Source(recording, passedOnTo, SecureRandom::new));
    }

    /** Reads at start, so the process may wait for the file. */
    static Recording read(Path file) {
        try {
            return Recording.parse(Files.readString(file));
        } catch (IOException unreadable) {
            throw wrong(file + " cannot be read");
        } catch (IllegalArgumentException wrong) {
            throw wrong(file + ": " + wrong.getMessage());
        }
    }

    private static ConfigurationException wrong(String why) {
        return new ConfigurationException(RECORDING + ": " + why, Set.of(RECORDING));
    }
}
