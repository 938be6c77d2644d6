package dev.greengraph.auth;

import static dev.greengraph.auth.KnownCaller.withKey;
import static io.restassured.RestAssured.given;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.greengraph.testsupport.gateway.CapturedLog;
import dev.greengraph.testsupport.gateway.FakeUpstream;
import dev.greengraph.testsupport.gateway.GraphqlSocket;
import dev.greengraph.testsupport.gateway.ManagementPort;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who shows no valid key is not served, whatever the request holds; who shows one sees its accounts. */
@QuarkusTest
@TestProfile(ApiKeyProfile.class)
class ApiKeyApiTest {

    private static final String WRONG = "canary-key-0123456789-0123456789-01";

    FakeUpstream upstream;

    @ParameterizedTest
    @ValueSource(strings = {"{\"query\":\"{accounts{name}}\"}", "{", "[]", "", "{\"query\":\"{ no such document\"}"})
    void knowsNobodyWithoutAKeyAndReadsNothing(String body) {
        ValidatableResponse answer = given().contentType("application/json")
                .body(body)
                .post("/graphql")
                .then();

        assertUnauthenticated(answer)
                .body("errors[0].message", equalTo("A key is needed, in the header X-API-Key or as a bearer token."));
    }

    @ParameterizedTest
    @CsvSource({"X-API-Key, %s", "Authorization, Bearer %s", "authorization, bearer %s"})
    void knowsNobodyWithAWrongKey(String header, String pattern) {
        ValidatableResponse answer = given().header(header, pattern.formatted(WRONG))
                .contentType("application/json")
                .body("{\"query\":\"{accounts{name}}\"}")
                .post("/graphql")
                .then();

        assertUnauthenticated(answer).body("errors[0].message", equalTo("The key is not valid."));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/graphql/",
                "/graphql?query=%7Baccounts%7Bname%7D%7D",
                "/./graphql",
                "/graphql;x=1",
                "/%67raphql"
            })
    void noSpellingOfThePathLeadsAroundTheKey(String path) {
        String answer = given().urlEncodingEnabled(false)
                .contentType("application/json")
                .body("{\"query\":\"{accounts{name}}\"}")
                .post(path)
                .then()
                .extract()
                .asString();

        assertFalse(answer.contains("\"w0\""), answer);
        assertFalse(answer.contains("\"data\":{\"accounts\""), answer);
    }

    @Test
    void aQueryInTheAddressNeedsTheKeyTooAndIsKeptForItsCallerOnly() {
        assertUnauthenticated(inTheAddress().get("/graphql").then());
        inTheAddress().head("/graphql").then().statusCode(401);

        inTheAddress()
                .header("X-API-Key", ApiKeyProfile.SOLO)
                .get("/graphql")
                .then()
                .header("Cache-Control", "private, no-cache")
                .header("Vary", containsString("Authorization, X-API-Key"))
                .body("data.accounts.name", contains(ApiKeyProfile.ONLY));
    }

    private static RequestSpecification inTheAddress() {
        return given().header("Apollo-Require-Preflight", "1").queryParam("query", "{accounts{name}}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "DELETE", "PATCH"})
    void anotherMethodIsNoWayIn(String method) {
        given().queryParam("query", "{accounts{name}}")
                .request(method, "/graphql")
                .then()
                .statusCode(405);
    }

    @Test
    void aWebSocketIsClosedWithoutAKey() throws Exception {
        for (String init : List.of("{}", "{\"X-API-Key\":\"no such key\"}", "{\"X-API-Key\":1}")) {
            try (GraphqlSocket socket = GraphqlSocket.open()) {
                socket.send("{\"type\":\"connection_init\",\"payload\":" + init + "}");
                assertEquals("4403 UNAUTHENTICATED", socket.closed());
            }
        }
    }

    @Test
    void aWebSocketsKeyComesWithItsFirstMessage() throws Exception {
        try (GraphqlSocket socket = GraphqlSocket.open()) {
            socket.send("{\"type\":\"connection_init\",\"payload\":{\"x-api-key\":\"" + ApiKeyProfile.SOLO + "\"}}");
            assertEquals("{\"type\":\"connection_ack\"}", socket.next());

            socket.subscribe("1", "subscription { messageChanged(account: \"nobodys\") { kind } }");
            assertThat(socket.next(), containsString("ACCOUNT_NOT_FOUND"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {ApiKeyProfile.ALICE, ApiKeyProfile.ALICE_NEXT})
    void bothKeysOfACallerShowItsAccounts(String key) {
        withKey(key)
                .ask("{ accounts { name } }")
                .statusCode(200)
                .body("errors", nullValue())
                .body("data.accounts.name", hasItems("w0", "w298"))
                .body("data.accounts.name", not(hasItems("w1")))
                .body("data.accounts.size()", equalTo(150));
    }

    @Test
    void aBearerTokenWithTheKeyDoesToo() {
        new KnownCaller("Authorization", "Bearer " + ApiKeyProfile.SOLO)
                .ask("{ accounts { name } }")
                .statusCode(200)
                .body("data.accounts.name", contains(ApiKeyProfile.ONLY));
    }

    @Test
    void theOnlyAccountIsTheDefault() {
        withKey(ApiKeyProfile.SOLO).ask("{ account { name } }").body("data.account.name", equalTo(ApiKeyProfile.ONLY));
    }

    @Test
    void theConfiguredDefaultIsForThoseWhoMayReadIt() {
        withKey(ApiKeyProfile.ROOT).ask("{ account { name } }").body("data.account.name", equalTo("main"));
        withKey(ApiKeyProfile.BOB)
                .ask("{ account { name } }")
                .statusCode(200)
                .body("errors[0].extensions.code", equalTo("ACCOUNT_NOT_FOUND"))
                .body("errors[0].message", equalTo("There is no default account: give a name that accounts lists."));
    }

    @Test
    void neitherHealthNorTheSchemaNeedsAKey() {
        ManagementPort.get("/q/health/ready").then().statusCode(200);
        given().get("/graphql/schema.graphql").then().statusCode(200);
    }

    @Test
    void noLogHoldsAKeyOrItsHash() {
        String control = "control-value-4711";
        String logged;
        String seen;
        try (CapturedLog log = new CapturedLog(
                "dev.greengraph", "io.quarkus", "io.vertx", "io.smallrye", "graphql", "org.jboss", "org.eclipse")) {
            Logger.getLogger("dev.greengraph.control").tracef("%s", control);
            seen = Stream.of(ApiKeyProfile.ROOT, WRONG)
                    .flatMap(key -> Stream.of(withKey(key), new KnownCaller("Authorization", "Bearer " + key)))
                    .map(caller -> caller.ask("{ account { name } }").extract().response())
                    .map(response -> response.headers() + response.asString())
                    .toList()
                    .toString();
            logged = log.text(Level.ALL);
        }

        assertTrue(logged.contains(control), "the log is captured");
        assertTrue(seen.contains("{\"name\":\"main\"}") && seen.contains("UNAUTHENTICATED"), seen);
        for (String key : List.of(ApiKeyProfile.ROOT, WRONG)) {
            for (String form : List.of(key, AuthFixture.hash(key))) {
                assertEquals(
                        List.of(),
                        (logged + seen)
                                .lines()
                                .filter(line -> line.contains(form))
                                .toList());
            }
        }
    }

    private static ValidatableResponse assertUnauthenticated(ValidatableResponse answer) {
        assertEquals(
                List.of("ApiKey realm=\"greengraph\", header=\"X-API-Key\"", "Bearer realm=\"greengraph\""),
                answer.extract().headers().getValues("WWW-Authenticate"));
        return answer.statusCode(401)
                .contentType("application/json")
                .body("data", nullValue())
                .body("errors.size()", equalTo(1))
                .body("errors[0].extensions.code", equalTo("UNAUTHENTICATED"));
    }
}
