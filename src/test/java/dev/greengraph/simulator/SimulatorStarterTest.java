package dev.greengraph.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.vertx.core.Vertx;
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
    record Settings(Optional<Boolean> enabled, int port, long seed) implements SimulatorConfig {}

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
                () -> new Simulator(VERTX, Clock.systemUTC(), 42), new Settings(Optional.of(enabled), port, 42));
    }
}
