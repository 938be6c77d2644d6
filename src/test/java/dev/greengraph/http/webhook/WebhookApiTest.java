package dev.greengraph.http.webhook;

import static dev.greengraph.testsupport.gateway.Gateway.ask;
import static dev.greengraph.testsupport.gateway.Gateway.await;
import static dev.greengraph.testsupport.gateway.Gateway.succeeded;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.greengraph.testsupport.gateway.FakeUpstream;
import dev.greengraph.testsupport.gateway.GatewayClock;
import dev.greengraph.testsupport.gateway.GatewayProfile;
import dev.greengraph.testsupport.gateway.Reply;
import dev.greengraph.testsupport.gateway.Rows;
import dev.greengraph.testsupport.gateway.UpstreamAccount;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Notifications by real HTTP: who may send them, and what callers see of them without a further upstream call. */
@QuarkusTest
@TestProfile(GatewayProfile.class)
class WebhookApiTest {

    private static final String CHAT = "70000001001@c.us";
    private static final String MESSAGES = "messages { nodes { messageId text deliveryStatus } }";
    private static final String NODES = "data.account.messages.nodes.";

    FakeUpstream upstream;

    @Inject
    GatewayClock clock;

    @Test
    void callersSeeAMessageWithoutACall() {
        UpstreamAccount account = upstream.whatsapp();
        succeeded(ask(account, MESSAGES)).body("data.account.messages.nodes.size()", equalTo(0));
        account.takeCalls();

        notify(account, received("A"));
        notify(account, status("B", "delivered"));
        notify(account, sent("B"));

        await(() -> List.of("B", "A").equals(ask(account, MESSAGES).extract().path(NODES + "messageId")));
        succeeded(ask(account, MESSAGES)).body(NODES + "deliveryStatus", contains("DELIVERED", null));
        assertEquals(List.of(), account.takeCalls());
    }

    @Test
    void aJournalIsReadLessOftenWhileNotificationsCome() {
        UpstreamAccount account = upstream.whatsapp();
        notify(account, received("A"));
        notify(account, sent("B"));
        succeeded(ask(account, MESSAGES));
        account.takeCalls();

        clock.advance(Duration.ofSeconds(40));
        succeeded(ask(account, MESSAGES));
        assertEquals(List.of(), account.takeCalls());

        account.incoming(
                Rows.received(CHAT, "untold", clock.instant().minusSeconds(15)).encode());
        clock.advance(Duration.ofSeconds(40));
        succeeded(ask(account, "messages @freshness(maxAge: 10) { totalCount }"));
        await(() -> shows(account, "untold"));
        assertEquals(2, account.takeCalls().size());

        clock.advance(Duration.ofSeconds(6));
        succeeded(ask(account, MESSAGES));
        List<String> calls = new ArrayList<>();
        await(() -> {
            calls.addAll(account.takeCalls());
            return !calls.isEmpty();
        });
        assertEquals(List.of("lastIncomingMessages?minutes=1440"), calls, "only of what was sent all is told");
    }

    @Test
    void aChangeOfStateIsAskedForAnew() {
        UpstreamAccount account = upstream.whatsapp();
        account.on("getStateInstance", Reply.json("{\"stateInstance\":\"authorized\"}"));
        succeeded(ask(account, "state { kind }"));
        account.on("getStateInstance", Reply.json("{\"stateInstance\":\"notAuthorized\"}"));
        account.takeCalls();

        notify(
                account,
                new JsonObject().put("typeWebhook", "stateInstanceChanged").put("stateInstance", "notAuthorized"));

        await(() ->
                "NOT_AUTHORIZED".equals(ask(account, "state { kind }").extract().path("data.account.state.kind")));
        assertEquals(List.of("getStateInstance"), account.takeCalls());
    }

    @Test
    void nobodyElseMaySend() {
        UpstreamAccount account = upstream.whatsapp();
        UpstreamAccount other = upstream.whatsapp();

        post(account.webhookPath(), other.webhookToken(), received("A")).statusCode(404);
        post("no-such-path-of-any-account", account.webhookToken(), received("A"))
                .statusCode(404);
        given().body("{}").post("/webhooks/" + account.webhookPath()).then().statusCode(404);
        given().header("Authorization", account.webhookToken())
                .get("/webhooks/" + account.webhookPath())
                .then()
                .statusCode(404);
    }

    @Test
    void whatIsOfNoUseIsTakenAndWhatIsTooLargeIsNot() {
        UpstreamAccount account = upstream.whatsapp();

        for (String body : List.of("", "no JSON", "[]", "{\"typeWebhook\":\"unheardOf\"}")) {
            given().header("Authorization", "Bearer " + account.webhookToken())
                    .body(body)
                    .post("/webhooks/" + account.webhookPath())
                    .then()
                    .statusCode(200);
        }
        given().header("Authorization", "Bearer " + account.webhookToken())
                .body(" ".repeat(2_000_000))
                .post("/webhooks/" + account.webhookPath())
                .then()
                .statusCode(413);
    }

    private static boolean shows(UpstreamAccount account, String id) {
        List<String> ids = ask(account, MESSAGES).extract().path(NODES + "messageId");
        return ids.contains(id);
    }

    private JsonObject received(String id) {
        return message("incomingMessageReceived", id);
    }

    private JsonObject sent(String id) {
        return message("outgoingAPIMessageReceived", id)
                .put("timestamp", clock.instant().getEpochSecond() + 1);
    }

    private JsonObject status(String id, String status) {
        return new JsonObject()
                .put("typeWebhook", "outgoingMessageStatus")
                .put("timestamp", clock.instant().getEpochSecond() + 2)
                .put("chatId", CHAT)
                .put("idMessage", id)
                .put("status", status);
    }

    private JsonObject message(String type, String id) {
        return new JsonObject()
                .put("typeWebhook", type)
                .put("timestamp", clock.instant().getEpochSecond())
                .put("idMessage", id)
                .put("senderData", new JsonObject().put("chatId", CHAT).put("sender", CHAT))
                .put(
                        "messageData",
                        new JsonObject()
                                .put("typeMessage", "textMessage")
                                .put("textMessageData", new JsonObject().put("textMessage", "text of " + id)));
    }

    private static void notify(UpstreamAccount account, JsonObject notification) {
        post(account.webhookPath(), account.webhookToken(), notification).statusCode(200);
    }

    private static ValidatableResponse post(String path, String token, JsonObject body) {
        return given().header("Authorization", "Bearer " + token)
                .contentType("application/json")
                .body(body.encode())
                .post("/webhooks/" + path)
                .then();
    }
}
