package dev.greengraph.auth;

import static dev.greengraph.auth.AuthFixture.ACCOUNTS;
import static dev.greengraph.auth.AuthFixture.names;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.greengraph.account.AccountId;
import dev.greengraph.account.Accounts;
import dev.greengraph.auth.AuthFailure.Forbidden;
import dev.greengraph.auth.AuthFailure.IssuerUnavailable;
import dev.greengraph.auth.AuthFailure.Unauthenticated;
import dev.greengraph.testsupport.ManualClock;
import io.quarkus.oidc.OIDCException;
import io.quarkus.oidc.TenantIdentityProvider;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpClosedException;
import java.net.ConnectException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What becomes of the platform's verdict on a token; {@code OidcApiTest} has the verdicts themselves. */
class BearerTokensTest {

    private static final String TOKEN = "canary.token.4711";
    private static final Map<String, Set<AccountId>> ROLES = Map.of(
            "sales", Set.of(new AccountId("sales")),
            "help", Set.of(new AccountId("support"), new AccountId("sales")));

    private final ManualClock clock = new ManualClock();

    @Test
    void theRolesOfATokenAddUp() {
        assertEquals(List.of("sales"), names(accepted(identity("sales", "unknown"))));
        assertEquals(List.of("sales", "support"), names(accepted(identity("help", "sales"))));
    }

    @Test
    void aTokenWithoutOneOfOurRolesIsForbidden() {
        assertInstanceOf(Forbidden.class, refused(token -> Uni.createFrom().item(identity("unknown")), shown()));
    }

    static Stream<Throwable> unreachable() {
        return Stream.of(
                new OIDCException(TOKEN),
                new AuthenticationFailedException(new ConnectException(TOKEN)),
                new AuthenticationFailedException(new HttpClosedException(TOKEN)),
                new AuthenticationFailedException(new java.util.concurrent.TimeoutException(TOKEN)),
                new TimeoutException());
    }

    @ParameterizedTest
    @MethodSource("unreachable")
    void anIssuerThatCannotBeReachedIsNoFaultOfTheToken(Throwable failure) {
        assertInstanceOf(
                IssuerUnavailable.class, refused(token -> Uni.createFrom().failure(failure), shown()));
    }

    static Stream<Throwable> notThere() {
        return Stream.of(
                new OIDCException("away"), new TimeoutException(), new ConfigurationException("no address of keys"));
    }

    @ParameterizedTest
    @MethodSource("notThere")
    void anIssuerThatIsAwayIsLookedForOnceASecond(Throwable failure) {
        AtomicInteger asked = new AtomicInteger();
        TenantIdentityProvider away = token -> Uni.createFrom().failure(() -> {
            asked.incrementAndGet();
            return failure;
        });
        BearerTokens tokens = new BearerTokens(away, () -> false, ROLES, ACCOUNTS, clock);

        List<Integer> looks = Stream.of(0, 999, 1)
                .map(millis -> {
                    clock.advance(Duration.ofMillis(millis));
                    failureOf(tokens, shown());
                    return asked.get();
                })
                .toList();

        assertEquals(List.of(1, 1, 2), looks);
    }

    @Test
    void anIssuerThatHangsIsLookedForByOneAtATime() {
        AtomicInteger asked = new AtomicInteger();
        BearerTokens tokens = new BearerTokens(hanging(asked), () -> false, ROLES, ACCOUNTS, clock);

        List<Integer> looks = Stream.of(0, 0, 5_999, 1)
                .map(millis -> {
                    clock.advance(Duration.ofMillis(millis));
                    tokens.callerOf(shown()).subscribe().withSubscriber(UniAssertSubscriber.create());
                    return asked.get();
                })
                .toList();

        assertEquals(List.of(1, 1, 1, 2), looks);
        assertInstanceOf(IssuerUnavailable.class, refused(tokens, shown()));
    }

    @Test
    void onlyOneOfManyThreadsLooksForAnIssuer() throws InterruptedException {
        AtomicInteger asked = new AtomicInteger();
        BearerTokens tokens = new BearerTokens(hanging(asked), () -> false, ROLES, ACCOUNTS, clock);
        Callable<Object> ask = () -> tokens.callerOf(shown()).subscribe().withSubscriber(UniAssertSubscriber.create());

        ExecutorService threads = Executors.newFixedThreadPool(8);
        threads.invokeAll(Collections.nCopies(1_000, ask));
        threads.shutdown();

        assertEquals(1, asked.get());
    }

    @Test
    void callersWhoseKeysAreKnownDoNotWaitForOneWhoseKeyIsNot() {
        AtomicInteger asked = new AtomicInteger();
        BearerTokens tokens = new BearerTokens(hanging(asked), () -> true, ROLES, ACCOUNTS, clock);

        tokens.callerOf(shown()).subscribe().withSubscriber(UniAssertSubscriber.create());
        tokens.callerOf(shown()).subscribe().withSubscriber(UniAssertSubscriber.create());

        assertEquals(2, asked.get());
    }

    @Test
    void aTokenThatIsNotValidIsToldSoWithoutTheReason() {
        AuthFailure refused = refused(
                token -> Uni.createFrom().failure(new AuthenticationFailedException(new RuntimeException(TOKEN))),
                shown());

        assertEquals("The token is not valid.", refused.getMessage());
        assertEquals(
                List.of("Bearer realm=\"greengraph\", error=\"invalid_token\""),
                assertInstanceOf(Unauthenticated.class, refused).challenges());
        assertFalse(refused.toString().contains(TOKEN));
        assertSame(null, refused.getCause());
    }

    @Test
    void aThrownRefusalIsARefusal() {
        TenantIdentityProvider throwing = token -> {
            throw new AuthenticationFailedException(TOKEN);
        };

        assertInstanceOf(Unauthenticated.class, refused(throwing, shown()));
    }

    @Test
    void asksNobodyAboutNoTokenOrTwo() {
        TenantIdentityProvider nobody = token -> {
            throw new AssertionError("asked");
        };

        AuthFailure missing = refused(nobody, headers().add("X-API-Key", TOKEN));
        assertEquals("A bearer token is needed.", missing.getMessage());
        assertEquals(
                List.of("Bearer realm=\"greengraph\""),
                assertInstanceOf(Unauthenticated.class, missing).challenges());
        assertInstanceOf(Unauthenticated.class, refused(nobody, shown().add("Authorization", "Bearer other")));
    }

    private static TenantIdentityProvider hanging(AtomicInteger asked) {
        return token -> {
            asked.incrementAndGet();
            return Uni.createFrom().nothing();
        };
    }

    private static SecurityIdentity identity(String... roles) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal("somebody"))
                .addRoles(Set.of(roles))
                .build();
    }

    private static MultiMap headers() {
        return MultiMap.caseInsensitiveMultiMap();
    }

    private static MultiMap shown() {
        return headers().add("Authorization", "Bearer " + TOKEN);
    }

    private Accounts accepted(SecurityIdentity identity) {
        return new BearerTokens(token -> Uni.createFrom().item(identity), () -> true, ROLES, ACCOUNTS, clock)
                .callerOf(shown())
                .subscribe()
                .withSubscriber(UniAssertSubscriber.create())
                .assertCompleted()
                .getItem()
                .accounts();
    }

    private AuthFailure refused(TenantIdentityProvider issuer, MultiMap headers) {
        return refused(new BearerTokens(issuer, () -> true, ROLES, ACCOUNTS, clock), headers);
    }

    private static AuthFailure refused(BearerTokens tokens, MultiMap headers) {
        return assertInstanceOf(AuthFailure.class, failureOf(tokens, headers));
    }

    private static Throwable failureOf(BearerTokens tokens, MultiMap headers) {
        return tokens.callerOf(headers)
                .subscribe()
                .withSubscriber(UniAssertSubscriber.create())
                .assertFailed()
                .getFailure();
    }
}
