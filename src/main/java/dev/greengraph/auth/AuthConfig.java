package dev.greengraph.auth;

import io.smallrye.config.ConfigMapping;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The callers, and the accounts that each of them may read. The values are text; {@link AuthReader} checks them. */
@ConfigMapping(prefix = "greengraph.auth")
public interface AuthConfig {

    /** {@code open}, {@code api-key} or {@code oidc}. Without it the gateway does not start; dev mode is open. */
    Optional<String> mode();

    /** For {@code api-key}: the callers, by names that the operator chooses. */
    Map<String, CallerConfig> callers();

    /** For {@code oidc}: the roles as the token names them. */
    Map<String, RoleConfig> roles();

    /** One caller with its keys. */
    interface CallerConfig {

        /** SHA-256 of each valid key, 64 hexadecimal digits: one, or two while the caller changes its key. */
        Optional<List<String>> keyHashes();

        /** Names of the accounts that it may read, or {@code *} for all. */
        Optional<List<String>> accounts();
    }

    /** The rights of a role. */
    interface RoleConfig {

        /** Names of the accounts that callers with the role may read, or {@code *} for all. */
        Optional<List<String>> accounts();
    }
}
