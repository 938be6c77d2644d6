package dev.greengraph.auth;

import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.inject.Singleton;
import java.util.List;
import org.eclipse.microprofile.config.Config;

/** What has to be set of the platform's own OIDC settings, where the platform itself would let more pass. */
@Singleton
class IssuerSettings {

    private static final String ADDRESS = "quarkus.oidc.auth-server-url";
    private static final String AUDIENCE = "quarkus.oidc.token.audience";

    private final Config config;

    IssuerSettings(Config config) {
        this.config = config;
    }

    /** Fails with one line that names the setting. */
    void check() {
        if (config.getOptionalValue(ADDRESS, String.class).isEmpty()) {
            throw wrong(ADDRESS, "with greengraph.auth.mode=oidc the http or https address of the issuer");
        }
        // Without it, a token that the issuer made for another service would open this one.
        List<String> audience = config.getOptionalValues(AUDIENCE, String.class).orElse(List.of());
        if (audience.isEmpty() || audience.contains("any")) {
            throw wrong(AUDIENCE, "with greengraph.auth.mode=oidc what tokens for this gateway name in aud, not any");
        }
    }

    private static ConfigurationException wrong(String setting, String allowed) {
        return new ConfigurationException(setting + ": allowed is " + allowed);
    }
}
