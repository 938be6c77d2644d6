package dev.greengraph.http.request;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.greengraph.http.Audit;
import dev.greengraph.http.guard.CrossOriginProfile;
import dev.greengraph.testsupport.gateway.FakeUpstream;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.URL;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Queries in the address, where they are allowed: from no other page, and nothing that changes anything. */
@QuarkusTest
@TestProfile(CrossOriginProfile.class)
class GetTest {

    private static final String PREFLIGHT = "Apollo-Require-Preflight";

    @TestHTTPResource("graphql")
    URL endpoint;

    FakeUpstream upstream;

    @AfterEach
    void nothingWentUpstream() {
        assertEquals(List.of(), upstream.shared().takeCalls());
    }

    @Test
    void passesEveryAudit() throws IOException, InterruptedException {
        assertEquals(List.of(), Audit.failedAt(endpoint, PREFLIGHT));
    }

    @Test
    void executesAQueryWithVariablesAndAName() {
        get(asked().queryParam(
                                "query",
                                "query A { accounts { name } } query B($n: String!) { account(name: $n) { name } }")
                        .queryParam("operationName", "B")
                        .queryParam("variables", "{\"n\":\"w1\"}")
                        .queryParam("extensions", "{}"))
                .statusCode(200)
                .header("Cache-Control", "private, no-cache")
                .body("errors", nullValue())
                .body("data.account.name", equalTo("w1"));
    }

    @Test
    void takesJsonAsTheSignThatNoPageCanGive() {
        get(given().header("Content-Type", "application/json").queryParam("query", "{ accounts { name } }"))
                .statusCode(200)
                .body("data.accounts", notNullValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "multipart/form-data"})
    void refusesWhatAnyPageCanSend(String type) {
        for (RequestSpecification request :
                List.of(given(), given().noContentType().header("Content-Type", type))) {
            get(request.queryParam("query", messages()))
                    .statusCode(400)
                    .body("data", nullValue())
                    .body("errors[0].extensions.code", equalTo("BAD_REQUEST"))
                    .body(
                            "errors[0].message",
                            equalTo(
                                    "Apollo-Require-Preflight must be present with GET, unless Content-Type is application/json"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mutation { __typename }",
                "mutation { markRead(chatId: \"70000001001@c.us\", upTo: \"2026-01-01T00:00:00Z\") { id } }",
                "subscription { __typename }",
                "query A { accounts { name } } mutation B { __typename }",
            })
    void refusesWhatIsNoQuery(String document) {
        get(asked().queryParam("query", document).queryParam("operationName", "A"))
                .statusCode(405)
                .header("Allow", "POST")
                .body("errors[0].extensions.code", equalTo("BAD_REQUEST"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "other=1                                 | query: must be the text of a GraphQL document",
                "query=                                  | query: must be the text of a GraphQL document",
                "query=%7Ba%7D&query=%7Bb%7D             | query must be given once",
                "query=%7Ba%7D&variables=%7B             | variables must be JSON",
                "query=%7Ba%7D&variables=%7B%7Dx         | variables must be JSON",
                "query=%7Ba%7D&variables=%5B%5D          | variables must be an object or null",
                "query=%7Ba%7D&extensions=7              | extensions must be an object or null",
                "query=%7Ba%7D&extensions=               | extensions must be JSON",
            })
    void refusesOtherParameters(String query, String message) {
        asked().urlEncodingEnabled(false)
                .get("/graphql?" + query)
                .then()
                .statusCode(400)
                .body("errors[0].message", equalTo(message))
                .body("errors[0].extensions.code", equalTo("BAD_REQUEST"));
    }

    @Test
    void answersATextThatIsNoDocumentAsPostDoes() {
        get(asked().accept("application/graphql-response+json").queryParam("query", "{"))
                .statusCode(400)
                .body("errors[0].locations[0].column", equalTo(2));
    }

    @Test
    void answersHeadWithTheSameHeadersAndNoBody() {
        asked().queryParam("query", "{ accounts { name } }")
                .head("/graphql")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .body(emptyString());
    }

    @Test
    void saysWhichMethodsItHas() {
        given().options("/graphql").then().statusCode(204).header("Allow", "GET, HEAD, POST, OPTIONS");
        given().delete("/graphql").then().statusCode(405).header("Allow", "GET, HEAD, POST, OPTIONS");
    }

    private String messages() {
        return "{ account(name: \"%s\") { messages { totalCount } } }"
                .formatted(upstream.shared().name());
    }

    private static RequestSpecification asked() {
        return given().header(PREFLIGHT, "true");
    }

    private static ValidatableResponse get(RequestSpecification request) {
        return request.get("/graphql").then();
    }
}
