package dev.greengraph.auth;

import dev.greengraph.account.AccountId;
import dev.greengraph.account.Accounts;
import dev.greengraph.auth.AuthFailure.Forbidden;
import dev.greengraph.auth.AuthFailure.IssuerUnavailable;
import dev.greengraph.auth.AuthFailure.Unauthenticated;
import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.oidc.OIDCException;
import io.quarkus.oidc.TenantIdentityProvider;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.MultiMap;
import io.vertx.core.VertxException;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/**
 * Callers that show a token of the configured OpenID Connect issuer. The platform checks it, against the issuer's keys
 * that it holds; here its roles become accounts.
 */
final class BearerTokens implements Authenticator {

    private static final String CHALLENGE = "Bearer realm=\"greengraph\"";

    /** Only a token whose key is not known yet waits for the issuer at all. */
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    private final TenantIdentityProvider issuer;
    private final BooleanSupplier isReady;
    private final Map<String, Set<AccountId>> byRole;
    private final Accounts accounts;
    private final Clock clock;

    /** Until then an issuer whose keys were never seen is not looked for: it was away, or somebody looks just now. */
    private final AtomicReference<Instant> lookAgainAt = new AtomicReference<>(Instant.MIN);

    /** @param isReady whether the platform has seen the issuer's keys; until then every token makes it look for them */
    BearerTokens(
            TenantIdentityProvider issuer,
            BooleanSupplier isReady,
            Map<String, Set<AccountId>> byRole,
            Accounts accounts,
            Clock clock) {
        this.clock = clock;
        this.issuer = issuer;
        this.isReady = isReady;
        this.byRole = Map.copyOf(byRole);
        this.accounts = accounts;
    }

    @Override
    public Uni<Accounts> accountsOf(MultiMap headers) {
        List<String> tokens = Bearer.tokens(headers);
        if (tokens.isEmpty()) {
            return Uni.createFrom().failure(new Unauthenticated("A bearer token is needed.", List.of(CHALLENGE)));
        }
        if (tokens.size() > 1) {
            return Uni.createFrom().failure(invalid());
        }
        if (!isReady.getAsBoolean() && !mayLook()) {
            return Uni.createFrom().failure(new IssuerUnavailable());
        }
        return Uni.createFrom()
                .deferred(() -> issuer.authenticate(new AccessTokenCredential(tokens.get(0))))
                .ifNoItem()
                .after(LONGEST)
                .fail()
                .onFailure()
                .invoke(away -> lookAgainAt.set(clock.instant().plus(LOOK_EVERY)))
                .onFailure()
                .transform(BearerTokens::told)
                .map(this::accountsOf);
    }

    @Override
    public AuthMode mode() {
        return AuthMode.OIDC;
    }

    /** One at a time looks, as the platform asks for each token by itself; even if no end of it is ever told. */
    private boolean mayLook() {
        Instant now = clock.instant();
        Instant allowed = lookAgainAt.get();
        return !now.isBefore(allowed)
                && lookAgainAt.compareAndSet(allowed, now.plus(LONGEST).plus(LOOK_EVERY));
    }

    private Accounts accountsOf(SecurityIdentity identity) {
        Set<AccountId> visible = identity.getRoles().stream()
                .flatMap(role -> byRole.getOrDefault(role, Set.of()).stream())
                .collect(Collectors.toUnmodifiableSet());
        if (visible.isEmpty()) {
            throw new Forbidden();
        }
        return accounts.only(visible);
    }

    /** The failure's own message may hold the token, so nothing of it goes on. */
    private static Throwable told(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof OIDCException
                    || cause instanceof IOException
                    || cause instanceof VertxException
                    || cause instanceof TimeoutException
                    || cause instanceof java.util.concurrent.TimeoutException) {
                return new IssuerUnavailable();
            }
        }
        return failure instanceof AuthenticationFailedException ? invalid() : failure;
    }

    private static Unauthenticated invalid() {
        return new Unauthenticated("The token is not valid.", List.of(CHALLENGE + ", error=\"invalid_token\""));
    }
}
