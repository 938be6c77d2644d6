package dev.greengraph.http;

import static dev.greengraph.testsupport.gateway.Gateway.send;
import static io.restassured.RestAssured.config;
import static io.restassured.RestAssured.given;
import static io.restassured.config.EncoderConfig.encoderConfig;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.greengraph.testsupport.gateway.FakeUpstream;
import dev.greengraph.testsupport.gateway.GatewayProfile;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The entry: what is no request is refused with a status and a code, and nothing of it reaches the upstream. */
@QuarkusTest
@TestProfile(GatewayProfile.class)
class GraphqlRouteTest {

    private static final String TYPE = "application/json";
    private static final String RESPONSE_TYPE = "application/graphql-response+json";

    FakeUpstream upstream;

    @AfterEach
    void nothingWentUpstream() {
        assertEquals(List.of(), upstream.shared().takeCalls());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{                                              | 400 | BAD_REQUEST       | The body must be JSON",
                "''                                             | 400 | BAD_REQUEST       | The body must be JSON",
                "7                                              | 400 | BAD_REQUEST       | The body must be an object",
                "'{\"query\":\"{accounts{name}}\"} x'           | 400 | BAD_REQUEST       | The body must be JSON",
                "'{\"query\":\"{a}\",\"query\":\"{b}\"}'        | 400 | BAD_REQUEST       | The body must be JSON",
                "[]                                             | 400 | BATCHING_DISABLED | The body must be one operation, not an array",
                "'[{\"query\":\"{accounts{name}}\"}]'           | 400 | BATCHING_DISABLED | The body must be one operation, not an array",
                "{}                                             | 400 | BAD_REQUEST       | query: must be the text of a GraphQL document",
                "{\"query\":null}                               | 400 | BAD_REQUEST       | query: must be the text of a GraphQL document",
                "{\"query\":7}                                  | 400 | BAD_REQUEST       | query: must be the text of a GraphQL document",
                "{\"query\":\" \"}                              | 400 | BAD_REQUEST       | query: must be the text of a GraphQL document",
                "'{\"query\":\"{a}\",\"variables\":[]}'         | 400 | BAD_REQUEST       | variables must be an object or null",
                "'{\"query\":\"{a}\",\"variables\":\"{}\"}'     | 400 | BAD_REQUEST       | variables must be an object or null",
                "'{\"query\":\"{a}\",\"operationName\":7}'      | 400 | BAD_REQUEST       | operationName must be a string or null",
                "'{\"query\":\"{a}\",\"extensions\":7}'         | 400 | BAD_REQUEST       | extensions must be an object or null",
            })
    void refusesWhatIsNoOperation(String body, int status, String code, String message) {
        send(body)
                .statusCode(status)
                .contentType(TYPE)
                .body("data", nullValue())
                .body("errors[0].message", equalTo(message))
                .body("errors[0].extensions.code", equalTo(code));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "text/plain",
                "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=x",
                "application/graphql",
                "application/json5",
                "text/json",
            })
    void refusesOtherContentTypes(String type) {
        var request = given().noContentType().body("{\"query\":\"{accounts{name}}\"}".getBytes());
        (type == null ? request : request.header("Content-Type", type))
                .post("/graphql")
                .then()
                .statusCode(415)
                .body("errors[0].message", equalTo("Content-Type must be application/json in UTF-8"))
                .body("errors[0].extensions.code", equalTo("BAD_REQUEST"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "application/json; charset=utf-8", "Application/JSON;charset=UTF-8"})
    void takesJson(String type) {
        given().config(config().encoderConfig(
                                encoderConfig().appendDefaultContentCharsetToContentTypeIfUndefined(false)))
                .contentType(type)
                .body("{\"query\":\"{accounts{name}}\"}")
                .post("/graphql")
                .then()
                .statusCode(200)
                .body("errors", nullValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/graphql/", "/graphql;a=b", "/graphql%2F", "//graphql", "/graphql/x"})
    void hasNoOtherAddressThatForgetsTheRules(String path) {
        int status = given().urlEncodingEnabled(false)
                .contentType("text/plain")
                .body("{\"query\":\"{accounts{name}}\"}")
                .post(path)
                .statusCode();

        assertEquals(4, status / 100, "refused with " + status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/graphql?query=%7Baccounts%7Bname%7D%7D", "/graphql"})
    void answersNoGet(String path) {
        given().urlEncodingEnabled(false).get(path).then().statusCode(405);
    }

    @Test
    void refusesABodyThatIsTooLarge() {
        send(new JsonObject()
                        .put("query", "{accounts{name}}")
                        .put("x", "x".repeat(128 * 1024))
                        .encode())
                .statusCode(413)
                .body("errors[0].extensions.code", equalTo("QUERY_TOO_LARGE"));
    }

    @Test
    void refusesAQueryThatIsTooLong() {
        String query = "{accounts{name}}";

        send(query(query + " ".repeat(16_384 - query.length()))).statusCode(200).body("errors", nullValue());
        send(query(query + " ".repeat(16_385 - query.length())))
                .statusCode(400)
                .body("errors[0].message", equalTo("query: must be a text of at most 16384 characters"))
                .body("errors[0].extensions.code", equalTo("QUERY_TOO_LARGE"));
    }

    @Test
    void takesVariablesFragmentsLinesAndTheOperationsName() {
        String query = """
                query One { accounts { name } }
                # another one
                query Two($name: String!, $with: Boolean = true) {
                  account(name: $name) { ...Names messenger @include(if: $with) }
                }

                fragment Names on Account {
                  name
                }
                """;
        JsonObject body = new JsonObject()
                .put("query", query)
                .put("operationName", "Two")
                .put("variables", new JsonObject(Map.of("name", "w1")));

        send(body.encode())
                .statusCode(200)
                .body("errors", nullValue())
                .body("data.account.name", equalTo("w1"))
                .body("data.account.messenger", equalTo("WHATSAPP"));
        send(body.put("operationName", "Three").encode())
                .body("data", nullValue())
                .body("errors[0].extensions.code", equalTo("BAD_REQUEST"));
    }

    @Test
    void tellsErrorsOfADocumentWithTheStatusThatTheCallerExpects() {
        for (String query : List.of("{", "{ nothing }", "query($n: Int!) { account(name: $n) { name } }")) {
            send(query(query))
                    .statusCode(200)
                    .contentType(TYPE)
                    .body("errors.extensions.code", everyItem(equalTo("BAD_REQUEST")))
                    .body("errors[0].message", notNullValue());
            given().contentType(TYPE)
                    .accept(RESPONSE_TYPE)
                    .body(query(query))
                    .post("/graphql")
                    .then()
                    .statusCode(400)
                    .contentType(startsWith(RESPONSE_TYPE))
                    .header("Vary", equalTo("Accept, Accept-Encoding, Authorization, X-API-Key"))
                    .body("errors.extensions.code", everyItem(equalTo("BAD_REQUEST")));
        }
    }

    @Test
    void refusesVariablesOfAnotherType() {
        String query = "query($n: Int!) { account(name: \"%s\") { chats(first: $n) { totalCount } } }"
                .formatted(upstream.shared().name());
        for (Object value : List.of("text", List.of(1, 2), Map.of("a", 1))) {
            send(new JsonObject()
                            .put("query", query)
                            .put("variables", new JsonObject().put("n", value))
                            .encode())
                    .body("errors.size()", equalTo(1))
                    .body("errors[0].extensions.code", equalTo("BAD_REQUEST"));
        }
    }

    @Test
    void keepsPartialDataWithStatus200ForBothMediaTypes() {
        given().contentType(TYPE)
                .accept(RESPONSE_TYPE)
                .body(query("{ accounts { name } account(name: \"nobody\") { name } }"))
                .post("/graphql")
                .then()
                .statusCode(200)
                .body("data.accounts", notNullValue())
                .body("data.account", nullValue())
                .body("errors[0].path[0]", equalTo("account"));
    }

    private static String query(String query) {
        return new JsonObject().put("query", query).encode();
    }
}
