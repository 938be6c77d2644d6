package dev.greengraph.auth;

import dev.greengraph.account.Accounts;
import io.quarkus.oidc.TenantIdentityProvider;
import io.quarkus.oidc.runtime.TenantConfigBean;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Creates the {@link Authenticator} of the configured mode, once, at start. */
class AuthenticatorProducer {

    @Produces
    @Singleton
    Authenticator authenticator(
            AuthConfig config,
            Accounts accounts,
            TenantIdentityProvider issuer,
            TenantConfigBean platform,
            Clock clock) {
        AuthReader reader = new AuthReader(config, accounts);
        return switch (reader.mode()) {
            case OPEN -> new OpenAccess(accounts);
            case API_KEY -> new ApiKeys(reader.keys());
            case OIDC ->
                new BearerTokens(issuer, () -> platform.getDefaultTenant().ready(), reader.roles(), accounts, clock);
        };
    }
}
