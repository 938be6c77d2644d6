package dev.greengraph.startup.warmup;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** A gateway that warms up, knows its callers by their keys, and whose upstream is not there. */
public class WarmUpProfile implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "greengraph.auth.mode", "api-key",
                "greengraph.auth.callers.tester.key-hashes", "0".repeat(64),
                "greengraph.auth.callers.tester.accounts", "main",
                "greengraph.warm-up.time", "60s");
    }
}
