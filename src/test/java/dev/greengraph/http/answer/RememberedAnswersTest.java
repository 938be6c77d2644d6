package dev.greengraph.http.answer;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesRegex;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.greengraph.account.Sha256;
import dev.greengraph.http.guard.CrossOriginProfile;
import dev.greengraph.testsupport.gateway.FakeUpstream;
import dev.greengraph.testsupport.gateway.Gateway;
import dev.greengraph.testsupport.gateway.GatewayClock;
import dev.greengraph.testsupport.gateway.Rows;
import dev.greengraph.testsupport.gateway.UpstreamAccount;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same operation is answered from memory as long as its data is fresh; by GET with what a browser needs to keep it. */
@QuarkusTest
@TestProfile(CrossOriginProfile.class)
class RememberedAnswersTest {

    private static final String CHAT = "70000001001@c.us";
    private static final String FIELDS =
            "messages(minutes: 60, filter: {direction: INCOMING}) { nodes { id text } freshness { state fetchedAt } }";
    private static final Duration FRESH_FOR = Duration.ofSeconds(5);

    @TestHTTPResource("graphql")
    URI endpoint;

    FakeUpstream upstream;

    @Inject
    GatewayClock clock;

    @Inject
    MeterRegistry registry;

    @Test
    void answersTheSameFromMemoryWhileItIsFresh() {
        UpstreamAccount account = warm();
        String executed = text(Gateway.ask(account, FIELDS).extract().response());
        double before = fromMemory();

        assertEquals(executed, text(Gateway.ask(account, FIELDS).extract().response()));

        assertEquals(before + 1, fromMemory());
        assertEquals(List.of(), account.takeCalls());
    }

    @Test
    void executesAgainOnceItIsStale() {
        UpstreamAccount account = warm();
        Gateway.ask(account, FIELDS);
        double before = fromMemory();
        clock.advance(FRESH_FOR.plusMillis(1));

        Gateway.ask(account, FIELDS).body("data.account.messages.freshness.state", equalTo("STALE"));

        assertEquals(before, fromMemory());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "endpoints { available }", // may differ at any time
                "messages(first: 0) { totalCount }", // fails
            })
    void executesWhatCannotBeKnownToBeTheSame(String fields) {
        UpstreamAccount account = warm();
        Gateway.ask(account, fields);
        double before = fromMemory();

        Gateway.ask(account, fields);

        assertEquals(before, fromMemory());
    }

    @Test
    void variablesAndOperationsAreTellingApart() {
        UpstreamAccount account = warm();
        String query =
                "query A($n: Int!) { account(name: \"%s\") { messages(first: $n) { totalCount pageInfo { hasNextPage } } } }"
                        .formatted(account.name());
        Gateway.ask(query, Map.of("n", 1));

        Gateway.ask(query, Map.of("n", 500)).body("data.account.messages.pageInfo.hasNextPage", equalTo(false));
        Gateway.ask(query, Map.of("n", 1)).body("data.account.messages.pageInfo.hasNextPage", equalTo(true));
    }

    @Test
    void theReportOfCostIsNeverFromMemory() {
        UpstreamAccount account = warm();
        double before = fromMemory();
        String query = "{ \"query\": \"{ account(name: \\\"%s\\\") { %s } }\" }".formatted(account.name(), FIELDS);
        for (int i = 0; i < 2; i++) {
            given().contentType("application/json")
                    .header("GraphQL-Cost", "true")
                    .body(query)
                    .post("/graphql")
                    .then()
                    .body("extensions.cost.madeCalls", equalTo(0));
        }
        assertEquals(before, fromMemory());
    }

    @Test
    void aGetIsAnsweredWith304WhileItsTagIsTheSame() {
        UpstreamAccount account = warm();
        Response first = get(account);
        String tag = first.getHeader("ETag");

        get(account, "\"other\", W/" + tag)
                .then()
                .statusCode(304)
                .header("ETag", tag)
                .header("Vary", "Accept, Accept-Encoding, Authorization, X-API-Key, Origin")
                .body(equalTo(""));
        account.incoming(Rows.received(CHAT, Rows.id(7), clock.instant()).encode());
        clock.advanceBeyondFreshness();
        get(account);
        Gateway.await(() -> get(account, tag).statusCode() == 200);

        assertNotEquals(tag, get(account).getHeader("ETag"));
    }

    /** Its bytes differ each time, so its tag is a weak one. */
    @Test
    void theCompressedFormHasATagOfItsOwn() throws IOException, InterruptedException {
        HttpResponse<byte[]> plain = getSchema("identity");
        HttpResponse<byte[]> compressed = getSchema("gzip");

        String tag = plain.headers().firstValue("ETag").orElseThrow();
        assertTrue(tag.matches("\"[0-9a-f]{32}\""), tag);
        assertEquals(
                "W/" + tag.replaceAll("\"$", "-gzip\""),
                compressed.headers().firstValue("ETag").orElseThrow());
    }

    @Test
    void aQueryInTheAddressIsAskedAgain() {
        get(warm()).then().header("Cache-Control", "private, no-cache");
    }

    @Test
    void aPersistedOneMayBeKeptAsLongAsItIsFresh() {
        UpstreamAccount account = warm();
        String query = "{ account(name: \"%s\") { %s } }".formatted(account.name(), FIELDS);
        String hash = HexFormat.of().formatHex(Sha256.bytes(query.getBytes(StandardCharsets.UTF_8)));
        String extensions = "{\"persistedQuery\":{\"version\":1,\"sha256Hash\":\"%s\"}}".formatted(hash);
        asked().queryParam("query", query)
                .queryParam("extensions", extensions)
                .get("/graphql")
                .then()
                .statusCode(200);
        clock.advance(Duration.ofSeconds(2));

        asked().queryParam("extensions", extensions)
                .get("/graphql")
                .then()
                .statusCode(200)
                .header("Cache-Control", "private, max-age=3")
                .header("ETag", matchesRegex("W/\"[0-9a-f]{32}-gzip\"|\"[0-9a-f]{32}\""));
    }

    @Test
    void aPostAndAFailureAreNeverStored() {
        Gateway.ask("{ accounts { name } }").header("Cache-Control", "no-store").header("ETag", nullValue());
        asked().queryParam("query", "{ account(name: \"nobody\") { name } }")
                .get("/graphql")
                .then()
                .body("errors", notNullValue())
                .header("Cache-Control", "no-store")
                .header("ETag", nullValue());
    }

    /** An account whose windows are held and fresh. */
    private UpstreamAccount warm() {
        UpstreamAccount account = upstream.whatsapp();
        account.incoming(
                Rows.received(CHAT, Rows.id(1), clock.instant()).encode(),
                Rows.received(CHAT, Rows.id(2), clock.instant()).encode());
        Gateway.ask(account, FIELDS);
        account.takeCalls();
        return account;
    }

    private double fromMemory() {
        return registry.get("greengraph.answers")
                .tag("source", "memory")
                .counter()
                .count();
    }

    private static Response get(UpstreamAccount account, String... ifNoneMatch) {
        RequestSpecification request = asked();
        for (String tag : ifNoneMatch) {
            request.header("If-None-Match", tag);
        }
        return request.queryParam("query", "{ account(name: \"%s\") { %s } }".formatted(account.name(), FIELDS))
                .get("/graphql");
    }

    private HttpResponse<byte[]> getSchema(String acceptEncoding) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(endpoint + "?query=%7B__schema%7Btypes%7Bname%20description%7D%7D%7D"))
                .header("Apollo-Require-Preflight", "1")
                .header("Accept-Encoding", acceptEncoding)
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofByteArray());
    }

    private static RequestSpecification asked() {
        return given().header("Apollo-Require-Preflight", "1");
    }

    private static String text(Response response) {
        return response.asString();
    }
}
