package dev.greengraph.testsupport.gateway;

import dev.greengraph.runtime.GatewayDelay;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The gateway in front of {@link FakeUpstream}, at the time of {@link GatewayClock}. */
public class GatewayProfile implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "greengraph.default-account",
                "main",
                "greengraph.upstream.timeout",
                "1s",
                // It lists the accounts, and there are hundreds.
                "quarkus.log.category.\"dev.greengraph.startup\".level",
                "WARN");
    }

    @Override
    public Set<Class<?>> getEnabledAlternatives() {
        return Set.of(GatewayClock.class, GatewayDelay.class);
    }

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(FakeUpstreamResource.class));
    }
}
