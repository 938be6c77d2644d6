package dev.greengraph.auth;

import static dev.greengraph.auth.KnownCaller.withToken;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.greengraph.testsupport.gateway.CapturedLog;
import dev.greengraph.testsupport.gateway.GatewayClock;
import dev.greengraph.testsupport.gateway.ManagementPort;
import dev.greengraph.testsupport.issuer.FakeIssuer;
import dev.greengraph.testsupport.issuer.Token;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Tokens of an issuer: checked here, with its keys; their roles are accounts. */
@QuarkusTest
@TestProfile(OidcProfile.class)
@TestMethodOrder(OrderAnnotation.class)
class OidcApiTest {

    private static final String ACCOUNTS = "{ accounts { name } }";
    private static final String[] CATEGORIES = {"dev.greengraph", "io.quarkus", "io.vertx", "io.smallrye", "graphql"};

    FakeIssuer issuer;

    @Inject
    GatewayClock clock;

    /** The first: once the gateway has seen the issuer, it has its keys. */
    @Test
    @Order(1)
    void startsWithoutItsIssuerAndServesOnceThatIsThere() {
        issuer.goes();
        String token = issuer.token().roles("sales").signedBy(issuer.key());

        ManagementPort.get("/q/health/ready").then().statusCode(200);
        assertUnavailable(withToken(token).ask(ACCOUNTS));

        issuer.comes();
        clock.advance(Duration.ofSeconds(1));
        withToken(token).ask(ACCOUNTS).statusCode(200).body("data.accounts.name", contains("w1"));
    }

    /** The second, as keys are asked for anew only once in ten minutes, whatever callers send. */
    @Test
    @Order(2)
    void anUnknownKeyIsAskedForOnceAndConcernsNobodyElse() {
        issuer.comes();
        Supplier<String> unknown = () -> issuer.token()
                .header("kid", "k" + System.nanoTime())
                .roles("boss")
                .signedBy(FakeIssuer.newKey().getPrivate());
        withToken(token("sales")).ask(ACCOUNTS).statusCode(200);
        issuer.goes();
        int before = issuer.asked().size();

        assertUnavailable(withToken(unknown.get()).ask(ACCOUNTS));
        assertInvalid(withToken(unknown.get()).ask(ACCOUNTS));
        assertInvalid(withToken(unknown.get()).ask(ACCOUNTS));

        List<String> asked = issuer.asked().subList(before, issuer.asked().size());
        assertEquals(List.of("/keys"), asked.stream().distinct().toList());
        withToken(token("sales")).ask(ACCOUNTS).statusCode(200);
        issuer.comes();
    }

    @Test
    void aRoleShowsItsAccountsAndRolesAddUp() {
        issuer.comes();

        withToken(token("Chat.Support")).ask(ACCOUNTS).body("data.accounts.name", contains("m2", "w2"));
        withToken(token("sales", "Chat.Support", "unknown"))
                .ask(ACCOUNTS)
                .body("data.accounts.name", contains("m2", "w1", "w2"));
        withToken(token("boss")).ask(ACCOUNTS).body("data.accounts.name", hasItems("main", "w0", "m0"));
    }

    @Test
    void anotherRolesAccountDoesNotExist() {
        issuer.comes();

        withToken(token("sales"))
                .ask("{ mine: account { name } theirs: account(name: \"w2\") { name } }")
                .body("data.mine.name", equalTo("w1"))
                .body("data.theirs", nullValue())
                .body("errors[0].extensions.code", equalTo("ACCOUNT_NOT_FOUND"));
    }

    @Test
    void aTokenWithoutARoleOfOursIsForbidden() {
        issuer.comes();

        for (String token : List.of(token("unknown"), token(), issuer.token().signedBy(issuer.key()))) {
            withToken(token)
                    .ask(ACCOUNTS)
                    .statusCode(403)
                    .body("data", nullValue())
                    .body("errors[0].extensions.code", equalTo("FORBIDDEN"));
        }
    }

    @Test
    void noTokenAndNoBodyThatWouldBeReadWithoutOne() {
        ValidatableResponse answer = given().contentType("application/json")
                .header("X-API-Key", token("boss"))
                .body("{")
                .post("/graphql")
                .then();

        answer.statusCode(401)
                .header("WWW-Authenticate", "Bearer realm=\"greengraph\"")
                .body("errors[0].extensions.code", equalTo("UNAUTHENTICATED"));
    }

    @Test
    void aTokenThatIsNotRightIsRefusedWithoutAskingTheIssuer() {
        issuer.comes();
        withToken(token("boss")).ask(ACCOUNTS).statusCode(200);
        int before = issuer.asked().size();

        wrong().forEach((what, token) -> assertInvalid(withToken(token).ask(ACCOUNTS), what));

        assertEquals(before, issuer.asked().size());
    }

    @Test
    void noLogAndNoAnswerHoldsATokenOrWhatIsInIt() {
        issuer.comes();
        String control = "control-value-4711";
        Map<String, String> tokens = new TreeMap<>(wrong());
        tokens.put("valid", token("sales"));
        tokens.put("forbidden", token("unknown"));
        String seen;
        String logged;
        try (CapturedLog log = new CapturedLog(CATEGORIES)) {
            Logger.getLogger("dev.greengraph.control").tracef("%s", control);
            seen = tokens.values().stream()
                    .map(token -> withToken(token).ask(ACCOUNTS).extract().response())
                    .map(response -> response.headers() + response.asString())
                    .collect(Collectors.joining("\n"));
            logged = log.text(Level.ALL);
        }

        assertTrue(logged.contains(control), "the log is captured");
        assertTrue(seen.contains("UNAUTHENTICATED") && seen.contains("FORBIDDEN") && seen.contains("w1"), seen);
        for (String part : parts(tokens)) {
            assertEquals(
                    List.of(),
                    (logged + seen).lines().filter(line -> line.contains(part)).toList());
        }
    }

    /** Segments of the tokens, of some length, and what a decoded one would show. */
    private static List<String> parts(Map<String, String> tokens) {
        return Stream.concat(
                        tokens.values().stream()
                                .flatMap(token -> Stream.of(token.split("\\.")))
                                .filter(segment -> segment.length() > 20),
                        Stream.of("\"sub\":\"somebody\"", "somebody"))
                .distinct()
                .toList();
    }

    private Map<String, String> wrong() {
        Instant now = Instant.now();
        String right = token("boss");
        return Map.ofEntries(
                Map.entry(
                        "expired",
                        signed(boss().claim("exp", now.minusSeconds(60).getEpochSecond()))),
                Map.entry(
                        "not yet valid",
                        signed(boss().claim("nbf", now.plusSeconds(300).getEpochSecond()))),
                Map.entry("never expires", signed(boss().claim("exp", null))),
                Map.entry("another audience", signed(boss().claim("aud", "billing"))),
                Map.entry("no audience", signed(boss().claim("aud", null))),
                Map.entry("another issuer", signed(boss().claim("iss", "https://id.example.com"))),
                Map.entry("another key", boss().signedBy(FakeIssuer.newKey().getPrivate())),
                Map.entry("changed", right.substring(0, right.length() - 8) + "AAAAAAAA"),
                Map.entry("no signature", boss().unsigned()),
                Map.entry("signature cut off", right.substring(0, right.lastIndexOf('.') + 1)),
                Map.entry("public key as a secret", boss().signedWithPublicKey(issuer.publicKey())),
                Map.entry("opaque", "canary-opaque-token-0123456789"),
                Map.entry("three words", "canary-one-0123456789.canary-two-0123456789.canary-three-0123456789"),
                Map.entry("white space", "canary-before-0123456789 canary-after-0123456789"));
    }

    private Token boss() {
        return issuer.token().roles("boss");
    }

    private String token(String... roles) {
        return signed(issuer.token().roles(roles));
    }

    private String signed(Token token) {
        return token.signedBy(issuer.key());
    }

    private static void assertInvalid(ValidatableResponse answer) {
        assertInvalid(answer, "token");
    }

    private static void assertInvalid(ValidatableResponse answer, String what) {
        assertEquals(401, answer.extract().statusCode(), what);
        assertFalse(answer.extract().asString().contains("\"data\""), what);
        answer.header("WWW-Authenticate", "Bearer realm=\"greengraph\", error=\"invalid_token\"")
                .body("errors[0].message", equalTo("The token is not valid."))
                .body("errors[0].extensions.code", equalTo("UNAUTHENTICATED"));
    }

    private static void assertUnavailable(ValidatableResponse answer) {
        answer.statusCode(503)
                .header("Retry-After", "5")
                .body("errors[0].extensions.code", equalTo("AUTHENTICATION_UNAVAILABLE"))
                .body("errors[0].extensions.retryAfterMs", equalTo(5_000));
    }
}
