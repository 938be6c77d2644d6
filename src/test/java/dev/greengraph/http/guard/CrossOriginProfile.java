package dev.greengraph.http.guard;

import dev.greengraph.testsupport.gateway.GatewayProfile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The gateway as open as it can be: one other origin may ask, and queries may come by GET. */
public class CrossOriginProfile extends GatewayProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        Map<String, String> settings = new HashMap<>(super.getConfigOverrides());
        settings.put("greengraph.http.get-enabled", "true");
        settings.put("greengraph.http.cors.request-headers", "X-Shop-Client");
        return settings;
    }

    @Override
    public List<TestResourceEntry> testResources() {
        List<TestResourceEntry> resources = new ArrayList<>(super.testResources());
        resources.add(new TestResourceEntry(ForeignPages.class));
        return resources;
    }
}
