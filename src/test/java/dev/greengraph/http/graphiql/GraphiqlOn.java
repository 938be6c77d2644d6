package dev.greengraph.http.graphiql;

import dev.greengraph.simulator.SimulatorInTests;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.List;
import java.util.Map;

/** The page switched on as in production, with the gateway in front of the simulator; what arrives there is seen within a second. */
public class GraphiqlOn implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("greengraph.graphiql.enabled", "true", "greengraph.cache.messages.fresh-for", "1s");
    }

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(SimulatorInTests.class));
    }
}
