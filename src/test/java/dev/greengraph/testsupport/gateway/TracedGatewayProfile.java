package dev.greengraph.testsupport.gateway;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The gateway of {@link GatewayProfile} with traces switched on, as an operator does, and a collector to send them to. */
public class TracedGatewayProfile extends GatewayProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        Map<String, String> settings = new HashMap<>(super.getConfigOverrides());
        settings.put("quarkus.otel.sdk.disabled", "false");
        settings.put("quarkus.otel.exporter.otlp.protocol", "http/protobuf");
        settings.put("quarkus.otel.bsp.schedule.delay", "50ms");
        return settings;
    }

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(FakeUpstreamResource.class), new TestResourceEntry(FakeCollector.class));
    }
}
