package dev.greengraph.admission;

import static dev.greengraph.testsupport.gateway.Gateway.ask;
import static dev.greengraph.testsupport.gateway.Gateway.failed;
import static dev.greengraph.testsupport.gateway.Gateway.send;
import static dev.greengraph.testsupport.gateway.Gateway.succeeded;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsStringIgnoringCase;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.greengraph.admission.document.Attack;
import dev.greengraph.admission.document.RandomDocument;
import dev.greengraph.testsupport.gateway.FakeUpstream;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the attack tools graphql-cop, BatchQL and CrackQL try with a document, as production is set up. What they try with
 * the HTTP request around it is the entry's business. Nothing of it reaches the upstream. The whole list
 * is in one file, beside the lists of those tools.
 */
@QuarkusTest
@TestProfile(ClosedSchemaProfile.class)
class AttackApiTest {

    private static final String ACCOUNT = "account(name: \"w299\")";
    private static final int WILD = 1_000;

    FakeUpstream upstream;

    @TestHTTPResource
    URI gateway;

    @AfterEach
    void nothingWentUpstream() {
        assertEquals(List.of(), upstream.shared().takeCalls());
    }

    static Stream<Arguments> attacks() {
        String chats = ACCOUNT + " { chats { totalCount } }";
        return Stream.of(
                // graphql-cop
                refused("alias overloading", "QUERY_TOO_COMPLEX", "aliases", Attack.rootAliases(101, "__typename")),
                refused(
                        "field duplication",
                        "QUERY_TOO_COMPLEX",
                        "root-fields",
                        "{ " + "__typename ".repeat(500) + "}"),
                refused("directive overloading", "QUERY_TOO_COMPLEX", "directives", Attack.unknownDirectives(100)),
                refused("introspection", "INTROSPECTION_DISABLED", null, "{ __schema { types { name } } }"),
                refused(
                        "introspection of a type",
                        "INTROSPECTION_DISABLED",
                        null,
                        "{ __type(name: \"Chat\") { name } }"),
                refused(
                        "circular introspection",
                        "QUERY_TOO_COMPLEX",
                        "introspection-lists",
                        Attack.circularIntrospection(5)),
                // BatchQL: many operations in one document, by alias
                refused("batching by alias", "QUERY_TOO_COMPLEX", "root-fields", Attack.rootAliases(20, chats)),
                // CrackQL: guessing, one alias for each guess
                refused(
                        "guessing by alias",
                        "QUERY_TOO_COMPLEX",
                        "aliases",
                        IntStream.range(0, 100)
                                .mapToObj(i -> "a%d: account(name: \"guess%d\") { name }".formatted(i, i))
                                .collect(Collectors.joining(" ", "{ ", " }"))),
                refused(
                        "alias flood",
                        "QUERY_TOO_COMPLEX",
                        "tokens",
                        Attack.rootAliases(5_000, "a").substring(0, 16_000)),
                refused("fragment bomb", "QUERY_TOO_COMPLEX", "root-fields", Attack.fragmentBomb(30)),
                refused("fragment bomb without its end", "QUERY_TOO_COMPLEX", "root-fields", Attack.unknownBomb(49)),
                refused(
                        "searches in every chat",
                        "QUERY_TOO_COMPLEX",
                        "answer-values",
                        "{ " + ACCOUNT + " { messages(first: 500) { nodes { chat {"
                                + " recentMessages(first: 1, filter: {text: \"zz\"}) { totalCount } } } } } }"),
                refused(
                        "voters of every tally",
                        "QUERY_TOO_COMPLEX",
                        "answer-values",
                        "{ " + ACCOUNT + " { messages(first: 500) { nodes { chat { recentMessages(first: 28) { nodes {"
                                + " ... on PollUpdateMessage { votes { voters { id } } } } } } } } } }"),
                refused("pages of pages", "QUERY_TOO_COMPLEX", "answer-values", Attack.pagesOfPages(2)),
                refused("leaf first", "QUERY_TOO_DEEP", "depth", Attack.deepBomb(16)),
                refused("introspection bomb", "QUERY_TOO_DEEP", "introspection-depth", Attack.introspectionBomb(14)),
                refused("too deep", "QUERY_TOO_DEEP", "depth", Attack.deepFields(13)),
                refused("deep literal", "QUERY_TOO_DEEP", "nesting", Attack.deepList(600)),
                refused("deep object", "QUERY_TOO_DEEP", "nesting", Attack.deepObject(400)),
                refused("deep type", "QUERY_TOO_DEEP", "nesting", Attack.deepType(600)),
                refused("comments", "QUERY_TOO_COMPLEX", "tokens", "#\n".repeat(2_001) + "{ __typename }"),
                refused(
                        "a history of every chat",
                        "QUERY_TOO_COMPLEX",
                        "upstream-calls",
                        "{ " + ACCOUNT + " { chats(first: 100) { nodes { history { totalCount } } } } }"),
                refused(
                        "references of references",
                        "QUERY_TOO_COMPLEX",
                        "upstream-calls",
                        "{ " + ACCOUNT
                                + " { messages(first: 500) { nodes { quote { message { quote { message { id } } } } } } } }"));
    }

    private static Arguments refused(String name, String code, String limit, String query) {
        return Arguments.of(name, code, limit, query);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("attacks")
    void refuses(String name, String code, String limit, String query) {
        String body = new JsonObject().put("query", query).encode();
        for (String type : List.of("application/json", "application/graphql-response+json")) {
            given().contentType("application/json")
                    .accept(type)
                    .body(body)
                    .post("/graphql")
                    .then()
                    .statusCode(400)
                    .body("data", nullValue())
                    .body("errors[0].extensions.code", equalTo(code))
                    .body("errors[0].extensions.limitName", equalTo(limit));
        }
    }

    @Test
    void saysTheLimitAndTheValue() {
        send(new JsonObject().put("query", Attack.aliases(31)).encode())
                .statusCode(400)
                .body("errors[0].message", equalTo("aliases: must be at most 30"))
                .body("errors[0].extensions.limit", equalTo(30))
                .body("errors[0].extensions.value", equalTo(31));
    }

    @Test
    void alwaysAnswersTypename() {
        succeeded(ask("{ __typename accounts { __typename } }")).body("data.__typename", equalTo("Query"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ acount { name } }",
                "{ account { nme } }",
                "{ account(nme: \"x\") { name } }",
                "{ account { ...on Acount { name } } }"
            })
    void suggestsNoNames(String typo) {
        ask(typo)
                .body("errors[0].extensions.code", equalTo("BAD_REQUEST"))
                .body("errors[0].message", not(containsStringIgnoringCase("did you mean")))
                .body("errors[0].message", not(containsStringIgnoringCase("chats")));
    }

    @ParameterizedTest
    @CsvSource({"11, QUERY_TOO_DEEP", "900, QUERY_TOO_DEEP", "1100, BAD_REQUEST", "20000, BAD_REQUEST"})
    void refusesVariablesThatAreDeep(int depth, String code) throws IOException, InterruptedException {
        String deep = "{\"a\":".repeat(depth) + "1" + "}".repeat(depth);
        String body = "{\"query\":\"query ($f: MessageFilter) { __typename }\",\"variables\":{\"f\":" + deep + "}}";

        // REST Assured takes ten seconds for a body this deep
        HttpResponse<String> answer =
                HttpClient.newHttpClient().send(request(body), HttpResponse.BodyHandlers.ofString());

        assertEquals(400, answer.statusCode());
        assertTrue(answer.body().contains("\"code\":\"" + code + "\""), answer.body());
    }

    @Test
    void takesHugeVariablesForWhatTheyAre() {
        JsonArray types = new JsonArray(Collections.nCopies(9_000, "NONSENSE"));

        failed(
                ask(
                        "query ($t: [MessageType!]) { " + ACCOUNT
                                + " { messages(filter: {types: $t}) { totalCount } } }",
                        Map.of("t", types)),
                "BAD_REQUEST");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"1\"",
                "2147483648",
                "4294967297",
                "-2147483649",
                "1.5",
                "1e10",
                "1e999999999",
                "true",
                "[1]",
                "{}"
            })
    void takesNoVariableForAnIntThatIsNone(String value) {
        given().contentType("application/json")
                .body("{\"query\":\"query ($n: Int!) { " + ACCOUNT.replace("\"", "\\\"")
                        + " { chats(first: $n) { totalCount } } }\",\"variables\":{\"n\":" + value + "}}")
                .post("/graphql")
                .then()
                .body("errors.size()", equalTo(1))
                .body("errors[0].extensions.code", equalTo("BAD_REQUEST"))
                .body("errors[0].message", not(containsStringIgnoringCase("java")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"1\"", "2147483648", "4294967297", "1.0", "1e1", "true", "[1]", "A"})
    void takesNoLiteralForAnIntThatIsNone(String value) {
        failed(ask("{ " + ACCOUNT + " { chats(first: " + value + ") { totalCount } } }"), "BAD_REQUEST");
    }

    @Test
    void refusesALongNumber() {
        String query = Attack.longNumber(16_000).replace("account", ACCOUNT);

        send(new JsonObject().put("query", query).encode())
                .statusCode(400)
                .body("errors[0].extensions.code", equalTo("BAD_REQUEST"))
                .body("errors[0].message", equalTo("query: numbers must have at most 400 digits"));
    }

    /** Whatever is sent, the answer is data or errors, and the gateway lives. */
    @Test
    void copesWithAnything() throws IOException, InterruptedException {
        HttpClient caller = HttpClient.newHttpClient();
        for (int seed = 0; seed < WILD; seed++) {
            String query = RandomDocument.wild(seed).replace("account ", "account(name: \"nobody\") ");
            HttpResponse<String> answer = caller.send(post(query), HttpResponse.BodyHandlers.ofString());
            JsonObject body = new JsonObject(answer.body());
            assertTrue(List.of(200, 400).contains(answer.statusCode()), answer.statusCode() + " for seed " + seed);
            assertTrue(body.containsKey("data") || body.containsKey("errors"), "seed " + seed);
        }
        succeeded(ask("{ accounts { name } }"));
    }

    private HttpRequest post(String query) {
        return request(new JsonObject().put("query", query).encode());
    }

    private HttpRequest request(String body) {
        return HttpRequest.newBuilder(gateway.resolve("/graphql"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }
}
