package dev.greengraph.http.guard;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.anything;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.greengraph.testsupport.gateway.GatewayProfile;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing but POST, and no other origin, unless the settings say so; every answer with its headers. */
@QuarkusTest
@TestProfile(GatewayProfile.class)
class MethodGuardTest {

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD", "PUT", "PATCH", "DELETE", "TRACE", "PROPFIND", "QUERY"})
    void refusesAnyOtherMethod(String method) {
        given().header("Apollo-Require-Preflight", "true")
                .contentType("application/json")
                .request(method, "/graphql?query=%7Baccounts%7Bname%7D%7D")
                .then()
                .statusCode(405)
                .header("Allow", "POST, OPTIONS");
    }

    /** As urql asks by default: a short query with GET, and a type that its parser reads as JSON. */
    @Test
    void tellsUrqlToUsePost() {
        given().accept("application/graphql-response+json, application/graphql+json, application/json, "
                        + "text/event-stream, multipart/mixed")
                .header("Origin", "https://app.example.com")
                .get("/graphql?query=%7Baccounts%7Bname%7D%7D&operationName=&variables=%7B%7D")
                .then()
                .statusCode(405)
                .contentType("application/graphql-response+json")
                .body("errors.size()", equalTo(1))
                .body(
                        "errors[0].message",
                        equalTo("The method must be one of POST, OPTIONS. Queries with GET are switched off: "
                                + "send them with POST (urql: preferGetMethod: false)"))
                .body("errors[0].extensions.code", equalTo("BAD_REQUEST"));
    }

    /** As graphql-sse asks. */
    @Test
    void tellsServerSentEventsWhatIsServed() {
        given().accept("text/event-stream")
                .contentType("application/json")
                .body("{\"query\":\"{accounts{name}}\"}")
                .post("/graphql")
                .then()
                .statusCode(406)
                .contentType("application/json")
                .body("errors[0].message", containsString("for a subscription text/event-stream"));
    }

    @Test
    void saysWhatIsAllowedAndToNoOriginMore() {
        given().header("Origin", "https://app.example.com")
                .header("Access-Control-Request-Method", "POST")
                .options("/graphql")
                .then()
                .statusCode(204)
                .body(emptyString())
                .header("Allow", "POST, OPTIONS")
                .header("Accept-Post", "application/json")
                .header("Vary", "Accept, Accept-Encoding, Authorization, X-API-Key")
                .header("Access-Control-Allow-Origin", nullValue())
                .header("Access-Control-Allow-Methods", nullValue())
                .header("Access-Control-Allow-Headers", nullValue());
    }

    @Test
    void refusesToAnswerInAnotherType() {
        given().accept("text/html")
                .contentType("application/json")
                .body("{\"query\":\"{accounts{name}}\"}")
                .post("/graphql")
                .then()
                .statusCode(406)
                .contentType("application/json")
                .body(
                        "errors[0].message",
                        equalTo("Accept must include application/graphql-response+json or application/json, "
                                + "for a subscription text/event-stream; multipart/mixed is not served"))
                .body("errors[0].extensions.code", equalTo("BAD_REQUEST"));
    }

    @Test
    void saysWhichTypeAndCodingItTakes() {
        given().contentType("text/plain")
                .body("{}")
                .post("/graphql")
                .then()
                .statusCode(415)
                .header("Accept-Post", "application/json");
        given().contentType("application/json")
                .header("Content-Encoding", "gzip")
                .body("{}")
                .post("/graphql")
                .then()
                .statusCode(415)
                .header("Accept-Encoding", "identity")
                .body("errors[0].message", equalTo("Content-Encoding must be absent"));
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /graphql, 415",
        "GET, /graphql, 405",
        "OPTIONS, /graphql, 204",
        "GET, /nowhere, 404",
        "GET, /graphql/schema.graphql, 200",
        "GET, /, 404"
    })
    void everyAnswerHasItsSafetyHeaders(String method, String path, int status) {
        given().request(method, path)
                .then()
                .statusCode(status)
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer")
                .header("X-Frame-Options", "DENY")
                .header("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'")
                .header("Cache-Control", path.equals("/graphql") ? equalTo("no-store") : anything());
    }
}
