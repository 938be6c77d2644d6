package dev.greengraph.auth;

import static dev.greengraph.auth.AuthFixture.hash;
import static dev.greengraph.auth.AuthFixture.names;
import static dev.greengraph.auth.AuthFixture.reader;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.greengraph.account.Accounts;
import dev.greengraph.auth.AuthFailure.Unauthenticated;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import io.vertx.core.MultiMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApiKeysTest {

    private static final String OLD = "old-key-of-the-web-frontend-0123456789";
    private static final String NEW = "new-key-of-the-web-frontend-0123456789";
    private static final String APP = "the-only-key-of-the-application-01234";

    private static final String SHORT = "a-key-of-31-characters-01234567";

    private final ApiKeys keys = new ApiKeys(reader(Map.of(
                    "greengraph.auth.callers.web.key-hashes",
                    hash(OLD) + "," + hash(NEW),
                    "greengraph.auth.callers.web.accounts",
                    "main,support",
                    "greengraph.auth.callers.app.key-hashes",
                    hash(APP) + "," + hash(SHORT),
                    "greengraph.auth.callers.app.accounts",
                    "sales"))
            .keys());

    @ParameterizedTest
    @ValueSource(strings = {OLD, NEW})
    void eachOfTwoKeysOpensTheCallersAccounts(String key) {
        assertEquals(List.of("main", "support"), names(accepted(headers().add("X-API-Key", key))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer ", "bearer ", "BEARER  "})
    void takesAKeyAsABearerTokenToo(String scheme) {
        assertEquals(List.of("sales"), names(accepted(headers().add("Authorization", scheme + APP))));
    }

    @Test
    void anotherSchemeIsOfNoInterest() {
        MultiMap ofProxy = headers().add("Authorization", "Basic Zm9vOmJhcg==").add("x-api-key", APP);

        assertEquals(List.of("sales"), names(accepted(ofProxy)));
    }

    static Stream<Arguments> wrong() {
        return Stream.of(
                Arguments.of("unknown", headers().add("X-API-Key", APP.replace('0', '1'))),
                Arguments.of("empty", headers().add("X-API-Key", "")),
                Arguments.of("the hash itself", headers().add("X-API-Key", hash(APP))),
                Arguments.of("other case", headers().add("X-API-Key", APP.toUpperCase(Locale.ROOT))),
                Arguments.of("with an end", headers().add("X-API-Key", APP + "0")),
                Arguments.of("too short, though its hash is known", headers().add("X-API-Key", SHORT)),
                Arguments.of("far too long", headers().add("X-API-Key", APP.repeat(100))),
                Arguments.of("empty token", headers().add("Authorization", "Bearer ")),
                Arguments.of("two headers", headers().add("X-API-Key", APP).add("X-API-Key", APP)),
                Arguments.of("two places", headers().add("X-API-Key", APP).add("Authorization", "Bearer " + OLD)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrong")
    void refusesWhatIsNoKeyAndSaysNothingOfIt(String what, MultiMap headers) {
        Unauthenticated refused = refused(headers);

        assertEquals("The key is not valid.", refused.getMessage());
        headers.forEach(header ->
                assertFalse(!header.getValue().isEmpty() && refused.toString().contains(header.getValue())));
    }

    @Test
    void saysWhatIsNeededToWhoShowsNothing() {
        Unauthenticated refused = refused(headers().add("Authorization", "Basic Zm9vOmJhcg=="));

        assertEquals("A key is needed, in the header X-API-Key or as a bearer token.", refused.getMessage());
        assertEquals(
                List.of("ApiKey realm=\"greengraph\", header=\"X-API-Key\"", "Bearer realm=\"greengraph\""),
                refused.challenges());
    }

    private static MultiMap headers() {
        return MultiMap.caseInsensitiveMultiMap();
    }

    private Accounts accepted(MultiMap headers) {
        return keys.callerOf(headers)
                .subscribe()
                .withSubscriber(UniAssertSubscriber.create())
                .assertCompleted()
                .getItem()
                .accounts();
    }

    private Unauthenticated refused(MultiMap headers) {
        return assertInstanceOf(
                Unauthenticated.class,
                keys.callerOf(headers)
                        .subscribe()
                        .withSubscriber(UniAssertSubscriber.create())
                        .assertFailed()
                        .getFailure());
    }
}
