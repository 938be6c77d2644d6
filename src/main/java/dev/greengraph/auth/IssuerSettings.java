package dev.greengraph.auth;

import dev.greengraph.account.Accounts;
import io.quarkus.oidc.Oidc;
import io.quarkus.oidc.OidcTenantConfig;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.config.Config;

/**
 * Switches OpenID Connect of Quarkus on in mode {@code oidc} only, because it would require an issuer in every mode, and checks
 * settings that it accepts but that are not safe. Runs before Quarkus opens a connection.
 */
@Singleton
class IssuerSettings {

    private static final String ADDRESS = "quarkus.oidc.auth-server-url";
    private static final String AUDIENCE = "quarkus.oidc.token.audience";
    private static final String ISSUER = "quarkus.oidc.token.issuer";

    private final Config config;

    IssuerSettings(Config config) {
        this.config = config;
    }

    void prepare(@Observes Oidc platform, AuthConfig auth, Accounts accounts) {
        if (new AuthReader(auth, accounts).mode() == AuthMode.OIDC) {
            check();
        } else {
            platform.create(OidcTenantConfig.builder().disableTenant().build());
        }
    }

    /** Fails with a message of one line that names the setting. */
    void check() {
        if (!isWebAddress(config.getOptionalValue(ADDRESS, String.class).orElse(""))) {
            throw wrong(ADDRESS, "the http or https address of the issuer with greengraph.auth.mode=oidc");
        }
        // Else a token that the issuer made for another service would be valid here.
        List<String> audience = config.getOptionalValues(AUDIENCE, String.class).orElse(List.of());
        if (audience.isEmpty() || audience.contains("any")) {
            throw wrong(AUDIENCE, "what tokens for this gateway name in aud with greengraph.auth.mode=oidc, not any");
        }
        // Else a token of another issuer with the same keys would be valid.
        if (config.getOptionalValue(ISSUER, String.class).orElse("").equals("any")) {
            throw wrong(ISSUER, "what tokens name in iss with greengraph.auth.mode=oidc, not any");
        }
    }

    private static boolean isWebAddress(String text) {
        try {
            URI address = URI.create(text);
            return address.getHost() != null && List.of("http", "https").contains(address.getScheme());
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }

    private static ConfigurationException wrong(String setting, String allowed) {
        return new ConfigurationException(setting + ": must be " + allowed);
    }
}
