package dev.greengraph.http;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;
import java.util.Set;

/** The page switched on as in production, under a {@link StrictPolicy} and in front of {@link ContractEndpoint}. */
public class GraphiqlOn implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("greengraph.graphiql.enabled", "true");
    }

    @Override
    public Set<Class<?>> getEnabledAlternatives() {
        return Set.of(ContractEndpoint.class, StrictPolicy.class);
    }
}
