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
 * Authenticates callers by a token of the configured OpenID Connect issuer. Quarkus verifies it with the issuer's keys, which
 * it caches; this class maps its roles to accounts.
 */
final class BearerTokens implements Authenticator {

    private static final String CHALLENGE = "Bearer realm=\"greengraph\"";

    /** Only a token whose key is not cached yet waits for the issuer. */
    private static final Duration LONGEST_REQUEST = Duration.ofSeconds(5);

    private static final Duration ASK_INTERVAL = Duration.ofSeconds(1);

    private final TenantIdentityProvider issuer;
    private final BooleanSupplier isReady;
    private final Map<String, Set<AccountId>> byRole;
    private final Accounts accounts;
    private final Clock clock;

    /** Before this time, an issuer whose keys were never loaded is not asked again: it was down, or a request is under way. */
    private final AtomicReference<Instant> nextAskAt = new AtomicReference<>(Instant.MIN);

    /** @param isReady whether Quarkus has loaded the issuer's keys; before that it asks the issuer for every token */
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
    public Uni<Caller> callerOf(MultiMap headers) {
        List<String> tokens = Bearer.tokens(headers);
        if (tokens.isEmpty()) {
            return Uni.createFrom().failure(new Unauthenticated("A bearer token is needed.", List.of(CHALLENGE)));
        }
        if (tokens.size() > 1) {
            return Uni.createFrom().failure(invalid());
        }
        if (!isReady.getAsBoolean() && !mayAskIssuer()) {
            return Uni.createFrom().failure(new IssuerUnavailable());
        }
        return Uni.createFrom()
                .deferred(() -> issuer.authenticate(new AccessTokenCredential(tokens.get(0))))
                .ifNoItem()
                .after(LONGEST_REQUEST)
                .fail()
                .onFailure()
                .invoke(away -> nextAskAt.set(clock.instant().plus(ASK_INTERVAL)))
                .onFailure()
                .transform(BearerTokens::translate)
                .map(this::callerOf);
    }

    @Override
    public AuthMode mode() {
        return AuthMode.OIDC;
    }

    /** One request at a time asks the issuer, because Quarkus would ask for each token; also if that request never ends. */
    private boolean mayAskIssuer() {
        Instant now = clock.instant();
        Instant allowed = nextAskAt.get();
        return !now.isBefore(allowed)
                && nextAskAt.compareAndSet(allowed, now.plus(LONGEST_REQUEST).plus(ASK_INTERVAL));
    }

    private Caller callerOf(SecurityIdentity identity) {
        Set<AccountId> visible = identity.getRoles().stream()
                .flatMap(role -> byRole.getOrDefault(role, Set.of()).stream())
                .collect(Collectors.toUnmodifiableSet());
        if (visible.isEmpty()) {
            throw new Forbidden();
        }
        return new Caller(identity.getPrincipal().getName(), accounts.only(visible));
    }

    /** The original message may contain the token, so it is dropped. */
    private static Throwable translate(Throwable failure) {
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
