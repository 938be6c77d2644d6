package dev.greengraph.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SimulatorStarterTest {

    private static final Vertx VERTX = Vertx.vertx();

    @RegisterExtension
    final RunningSimulator upstream = new RunningSimulator();

    /** Settings as a record. */
    record Settings(Optional<Boolean> enabled, int port, long seed, Optional<String> upstream)
            implements SimulatorConfig {

        @Override
        public Optional<Path> recording() {
            return Optional.empty();
        }
    }

    @Test
    void aTakenPortStopsTheStartAndIsNamed() {
        // Given
        SimulatorStarter starter = starter(true, upstream.port());

        // When
        ConfigurationException refused =
                assertThrows(ConfigurationException.class, () -> starter.start(new StartupEvent()));

        // Then
        assertTrue(String.valueOf(refused.getMessage()).startsWith("greengraph.simulator.port is "));
        assertEquals(1, String.valueOf(refused.getMessage()).lines().count());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 65_536})
    void aPortThatIsNoneStopsTheStart(int port) {
        assertThrows(ConfigurationException.class, () -> starter(true, port).start(new StartupEvent()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "upstream.example",
                "ftp://api.example",
                "no address",
                "https:///waInstance",
                "http://me@api.example"
            })
    void anUpstreamThatIsNoAddressStopsTheStart(String upstream) {
        Settings settings = new Settings(Optional.of(true), 7391, 42, Optional.of(upstream));
        SimulatorStarter starter =
                new SimulatorStarter(() -> new SimulatorProducer().simulator(VERTX, settings), settings);

        ConfigurationException refused =
                assertThrows(ConfigurationException.class, () -> starter.start(new StartupEvent()));

        assertTrue(String.valueOf(refused.getMessage()).startsWith("greengraph.simulator.upstream: must be an http"));
        assertEquals(1, String.valueOf(refused.getMessage()).lines().count());
        assertFalse(String.valueOf(refused.getMessage()).contains(upstream));
    }

    @Test
    void switchedOffNothingListens() {
        // Given
        SimulatorStarter starter = starter(false, upstream.port());

        // Then: the port is taken, and nobody minds
        starter.start(new StartupEvent());
        starter.stop(new ShutdownEvent());
    }

    @Test
    void thePortIsFreeAgainAfterTheStop() {
        // Given
        int port = upstream.port();
        upstream.stop();
        SimulatorStarter first = starter(true, port);
        first.start(new StartupEvent());

        // When
        first.stop(new ShutdownEvent());

        // Then
        SimulatorStarter second = starter(true, port);
        second.start(new StartupEvent());
        second.stop(new ShutdownEvent());
    }

    private static SimulatorStarter starter(boolean enabled, int port) {
        return new SimulatorStarter(
                () -> new Simulator(VERTX, Clock.systemUTC(), 42),
                new Settings(Optional.of(enabled), port, 42, Optional.empty()));
    }
}
