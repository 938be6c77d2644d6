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
 * Lets the platform look for an issuer in mode {@code oidc} alone, where it would demand one in every mode, and checks
 * what it would let pass. The platform tells of itself before it opens a connection.
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

    /** Fails with one line that names the setting. */
    void check() {
        if (!isWebAddress(config.getOptionalValue(ADDRESS, String.class).orElse(""))) {
            throw wrong(ADDRESS, "with greengraph.auth.mode=oidc the http or https address of the issuer");
        }
        // Without it, a token that the issuer made for another service would open this one.
        List<String> audience = config.getOptionalValues(AUDIENCE, String.class).orElse(List.of());
        if (audience.isEmpty() || audience.contains("any")) {
            throw wrong(AUDIENCE, "with greengraph.auth.mode=oidc what tokens for this gateway name in aud, not any");
        }
        // Without it, a token that somebody else made with the same keys would do.
        if (config.getOptionalValue(ISSUER, String.class).orElse("").equals("any")) {
            throw wrong(ISSUER, "with greengraph.auth.mode=oidc what tokens name in iss, not any");
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
        return new ConfigurationException(setting + ": allowed is " + allowed);
    }
}
