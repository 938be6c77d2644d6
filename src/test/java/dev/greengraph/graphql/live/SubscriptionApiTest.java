package dev.greengraph.graphql.live;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import dev.greengraph.testsupport.gateway.GatewayProfile;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Subscriptions that cannot begin: each is told why, in the form that it accepts. */
@QuarkusTest
@TestProfile(GatewayProfile.class)
class SubscriptionApiTest {

    private static final String NOBODYS = "subscription { messageChanged(account: \"nobodys\") { kind } }";

    @Test
    void wantsACallerThatTakesAStream() {
        send("application/json", NOBODYS)
                .statusCode(406)
                .body("errors[0].message", containsString("Accept must include text/event-stream"))
                .body("errors[0].extensions.code", equalTo("BAD_REQUEST"));
    }

    @Test
    void tellsAnErrorAsTheOnlyEvent() {
        send("text/event-stream", NOBODYS)
                .statusCode(200)
                .header("Cache-Control", containsString("no-cache"))
                .contentType(startsWith("text/event-stream"))
                .body(startsWith("event: next\ndata: {\"errors\":[{\"message\":\"There is no account of that name.\""))
                .body(containsString("\"code\":\"ACCOUNT_NOT_FOUND\""))
                .body(containsString("\n\nevent: complete\ndata:\n\n"));
    }

    @Test
    void saysThatAPositionIsNotKnown() {
        send("text/event-stream", "subscription { messageChanged(account: \"w0\", after: \"x.1\") { kind } }")
                .body(containsString("after: must be a position that a change came with"))
                .body(containsString("\"code\":\"BAD_REQUEST\""));
    }

    @Test
    void refusesWhatIsNotValid() {
        send("text/event-stream", "subscription { messageChanged(account: 1) { kind } }")
                .body(containsString("\"code\":\"BAD_REQUEST\""));
        send("text/event-stream", "subscription { a: messageChanged { kind } b: messageChanged { kind } }")
                .body(containsString("\"errors\":"));
    }

    @Test
    void isNotSentWithGet() {
        given().accept("text/event-stream")
                .header("GraphQL-Require-Preflight", "true")
                .queryParam("query", NOBODYS)
                .get("/graphql")
                .then()
                .statusCode(405);
    }

    private static ValidatableResponse send(String accept, String document) {
        return given().accept(accept)
                .contentType("application/json")
                .body(Map.of("query", document))
                .post("/graphql")
                .then();
    }
}
