package dev.greengraph.admission;

import dev.greengraph.testsupport.gateway.GatewayProfile;
import java.util.HashMap;
import java.util.Map;

/** The gateway as it is outside dev mode, without introspection and behind its name; it has two of them. */
public class ClosedSchemaProfile extends GatewayProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        Map<String, String> settings = new HashMap<>(super.getConfigOverrides());
        settings.put("greengraph.introspection.enabled", "false");
        settings.put("greengraph.http.hosts", "localhost,[::1]");
        return settings;
    }
}
