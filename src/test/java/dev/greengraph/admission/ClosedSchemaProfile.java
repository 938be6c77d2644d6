package dev.greengraph.admission;

import dev.greengraph.testsupport.gateway.GatewayProfile;
import java.util.HashMap;
import java.util.Map;

/** The gateway without introspection, as it is outside dev mode. */
public class ClosedSchemaProfile extends GatewayProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        Map<String, String> settings = new HashMap<>(super.getConfigOverrides());
        settings.put("greengraph.introspection.enabled", "false");
        return settings;
    }
}
