package dev.greengraph.admission.stored;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** A gateway that has a manifest of trusted documents, one of which costs too much. */
public class TrustingProfile implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("greengraph.trusted-documents.manifest", "src/test/resources/trusted-documents.json");
    }
}
