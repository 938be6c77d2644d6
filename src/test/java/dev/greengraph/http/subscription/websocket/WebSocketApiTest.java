package dev.greengraph.http.subscription.websocket;

import static io.restassured.RestAssured.given;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.greengraph.testsupport.gateway.GatewayProfile;
import dev.greengraph.testsupport.gateway.GraphqlSocket;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the gateway says over a WebSocket to whoever keeps to graphql-transport-ws, and to whoever does not. */
@QuarkusTest
@TestProfile(GatewayProfile.class)
@Timeout(value = 10, unit = TimeUnit.SECONDS)
class WebSocketApiTest {

    private static final String INIT = "{\"type\":\"connection_init\"}";
    private static final String MESSAGES = "subscription { messageChanged(account: \"w7\") { kind } }";

    @Test
    void acceptsOnlyThatProtocol() {
        upgrade("subscriptions-transport-ws", "http://localhost:" + RestAssured.port)
                .statusCode(400)
                .body("errors[0].message", startsWith("The only protocol of WebSockets is graphql-transport-ws"));
    }

    @Test
    void acceptsNoPageOfAnotherOrigin() {
        upgrade("graphql-transport-ws", "https://elsewhere.example")
                .statusCode(403)
                .body("errors[0].extensions.code", equalTo("FORBIDDEN"));
    }

    @Test
    void acknowledgesAndAnswersPings() throws Exception {
        try (GraphqlSocket socket = GraphqlSocket.open().acknowledged()) {
            socket.send("{\"type\":\"ping\",\"payload\":{\"at\":1}}");
            assertEquals("{\"type\":\"pong\"}", socket.next());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no JSON",
                "[]",
                "{}",
                "{\"type\":\"start\"}",
                "{\"type\":\"subscribe\",\"id\":\"1\"}",
                "{\"type\":\"subscribe\",\"payload\":{}}"
            })
    void closesAfterWhatIsNoMessage(String message) throws Exception {
        try (GraphqlSocket socket = GraphqlSocket.open().acknowledged()) {
            socket.send(message);
            assertThat(socket.closed(), startsWith("4400 "));
        }
    }

    @Test
    void closesAfterBytes() throws Exception {
        try (GraphqlSocket socket = GraphqlSocket.open().acknowledged()) {
            socket.sendBytes();
            assertThat(socket.closed(), startsWith("4400 "));
        }
    }

    @Test
    void wantsToKnowTheCallerFirst() throws Exception {
        try (GraphqlSocket socket = GraphqlSocket.open()) {
            socket.subscribe("1", MESSAGES);
            assertEquals("4401 Unauthorized", socket.closed());
        }
    }

    @Test
    void wantsToKnowTheCallerOnce() throws Exception {
        try (GraphqlSocket socket = GraphqlSocket.open().acknowledged()) {
            socket.send(INIT);
            assertEquals("4429 Too many initialisation requests", socket.closed());
        }
    }

    @Test
    void takesAnIdOnceAtATime() throws Exception {
        try (GraphqlSocket socket = GraphqlSocket.open().acknowledged()) {
            socket.subscribe("1", MESSAGES);
            socket.send("{\"type\":\"complete\",\"id\":\"1\"}");
            socket.subscribe("1", MESSAGES);
            socket.subscribe("1", MESSAGES);
            assertEquals("4409 Subscriber for this id already exists", socket.closed());
        }
    }

    @Test
    void tellsWhyASubscriptionCannotBegin() throws Exception {
        try (GraphqlSocket socket = GraphqlSocket.open().acknowledged()) {
            socket.subscribe("a", "{ accounts { name } }");
            assertThat(
                    socket.next(),
                    allOf(
                            startsWith("{\"id\":\"a\",\"type\":\"error\",\"payload\":[{"),
                            containsString("\"message\":\"query must be a subscription")));
            socket.subscribe("b", "subscription { nothing }");
            assertThat(socket.next(), startsWith("{\"id\":\"b\",\"type\":\"error\",\"payload\":[{"));
            socket.subscribe("c", "subscription { messageChanged(account: \"nobodys\") { kind } }");
            assertThat(socket.next(), containsString("\"code\":\"ACCOUNT_NOT_FOUND\""));
            assertEquals("{\"id\":\"c\",\"type\":\"complete\"}", socket.next());
            socket.send("{\"id\":\"d\",\"type\":\"subscribe\",\"payload\":{\"variables\":1}}");
            assertThat(socket.next(), containsString("variables must be an object or null"));
        }
    }

    private static ValidatableResponse upgrade(String protocol, String origin) {
        return given().header("Upgrade", "websocket")
                .header("Connection", "Upgrade")
                .header("Sec-WebSocket-Version", "13")
                .header("Sec-WebSocket-Key", "AAAAAAAAAAAAAAAAAAAAAA==")
                .header("Sec-WebSocket-Protocol", protocol)
                .header("Origin", origin)
                .get("/graphql")
                .then();
    }
}
