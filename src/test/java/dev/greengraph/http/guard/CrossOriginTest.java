package dev.greengraph.http.guard;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.Header;
import io.restassured.response.Response;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What another origin is told: exactly this, and only the one of the settings. */
@QuarkusTest
@TestProfile(CrossOriginProfile.class)
class CrossOriginTest {

    private static final String ORIGIN = "https://app.example.com";

    @Test
    void answersThePreflightOfAnAllowedOrigin() {
        Response answer = preflight(ORIGIN);

        answer.then()
                .statusCode(204)
                .body(emptyString())
                .header("Vary", "Accept, Accept-Encoding, Authorization, X-API-Key, Origin")
                .header("Access-Control-Max-Age", "3600")
                .header("Access-Control-Allow-Origin", ORIGIN)
                .header("Access-Control-Allow-Methods", "GET, POST")
                .header(
                        "Access-Control-Allow-Headers",
                        "Authorization, Content-Type, X-API-Key, X-Request-Id, Apollo-Require-Preflight, "
                                + "GraphQL-Cost, traceparent, tracestate, apollographql-client-name, "
                                + "apollographql-client-version, X-Apollo-Operation-Name, X-Apollo-Operation-Id, "
                                + "X-Shop-Client");
        assertEquals(4, allowances(answer).size());
    }

    @Test
    void letsAnAllowedOriginReadTheAnswerAndItsId() {
        Response answer = post(ORIGIN);

        answer.then()
                .statusCode(200)
                .header("Vary", "Accept, Accept-Encoding, Authorization, X-API-Key, Origin")
                .header("Access-Control-Allow-Origin", ORIGIN)
                .header("Access-Control-Expose-Headers", "X-Request-Id, Retry-After");
        assertEquals(2, allowances(answer).size());
    }

    @Test
    void letsAnAllowedOriginReadARefusal() {
        given().header("Origin", ORIGIN)
                .contentType("text/plain")
                .body("{}")
                .post("/graphql")
                .then()
                .statusCode(415)
                .header("Access-Control-Allow-Origin", ORIGIN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example",
                "https://app.example.com.evil.example",
                "https://evil-app.example.com",
                "https://sub.app.example.com",
                "https://app.example.com/",
                "https://app.example.com:443",
                "https://app.example.com:8443",
                "http://app.example.com",
                "https://APP.example.com",
                "https://app.example.com https://evil.example",
                "https://app.example.com,https://evil.example",
                "null",
                "*",
                "",
            })
    void tellsAnyOtherOriginNothing(String origin) {
        assertEquals(List.of(), allowances(preflight(origin)));
        assertEquals(List.of(), allowances(post(origin)));
        preflight(origin)
                .then()
                .statusCode(204)
                .header("Vary", "Accept, Accept-Encoding, Authorization, X-API-Key, Origin");
        post(origin).then().statusCode(200).header("Vary", "Accept, Accept-Encoding, Authorization, X-API-Key, Origin");
    }

    @Test
    void takesTwoOriginsForNone() {
        Response answer = given().header("Origin", ORIGIN, "https://evil.example")
                .contentType("application/json")
                .body("{\"query\":\"{accounts{name}}\"}")
                .post("/graphql");

        assertEquals(List.of(), allowances(answer));
    }

    @Test
    void tellsNoOriginsWhereNoneAsks() {
        given().contentType("application/json")
                .body("{\"query\":\"{accounts{name}}\"}")
                .post("/graphql")
                .then()
                .header("Vary", equalTo("Accept, Accept-Encoding, Authorization, X-API-Key, Origin"))
                .header("Access-Control-Allow-Origin", nullValue());
    }

    private static Response preflight(String origin) {
        return given().header("Origin", origin)
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "content-type,x-evil")
                .options("/graphql");
    }

    private static Response post(String origin) {
        return given().header("Origin", origin)
                .contentType("application/json")
                .body("{\"query\":\"{accounts{name}}\"}")
                .post("/graphql");
    }

    private static List<String> allowances(Response answer) {
        return answer.headers().asList().stream()
                .map(Header::getName)
                .filter(name -> name.toLowerCase(Locale.ROOT).startsWith("access-control"))
                .toList();
    }
}
