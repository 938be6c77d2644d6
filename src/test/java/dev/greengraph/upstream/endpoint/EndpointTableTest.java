package dev.greengraph.upstream.endpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.greengraph.account.Messenger;
import dev.greengraph.simulator.wire.UpstreamMethod;
import dev.greengraph.upstream.UpstreamEndpoint;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The table of endpoints, and that the simulator knows the same upstream. */
class EndpointTableTest {

    @Test
    void eachMethodStandsOnce() {
        assertEquals(
                EndpointTable.ALL.size(),
                EndpointTable.ALL.stream()
                        .map(UpstreamEndpoint::method)
                        .distinct()
                        .count());
    }

    @Test
    void nothingOfTheQueueIsKept() {
        EndpointTable.QUEUE.forEach(endpoint -> {
            assertFalse(EndpointTable.ALL.contains(endpoint));
            theSimulatorHasTheSameRates(endpoint);
        });
    }

    @Test
    void eachDefinitionIsListed() {
        long definitions = Stream.of(EndpointTable.class.getFields())
                .filter(field -> field.getName().matches("(GET|LAST|SHOW|DOWNLOAD)_.*"))
                .count();

        assertEquals(definitions, EndpointTable.ALL.size());
    }

    @ParameterizedTest
    @FieldSource("dev.greengraph.upstream.endpoint.EndpointTable#ALL")
    void theSimulatorHasTheSameRates(UpstreamEndpoint endpoint) {
        UpstreamMethod simulated = UpstreamMethod.named(endpoint.method()).orElseThrow();

        for (Messenger messenger : Messenger.values()) {
            assertEquals(simulated.perSecond(messenger), endpoint.callsPerSecond(messenger));
        }
    }

    @ParameterizedTest
    @FieldSource("dev.greengraph.upstream.endpoint.EndpointTable#ALL")
    void staleAnswersAreServedNoShorterThanFreshOnes(UpstreamEndpoint endpoint) {
        assertTrue(
                endpoint.freshness().staleFor().compareTo(endpoint.freshness().freshFor()) >= 0);
    }
}
