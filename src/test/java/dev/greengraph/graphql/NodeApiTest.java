package dev.greengraph.graphql;

import static dev.greengraph.testsupport.gateway.Gateway.ask;
import static dev.greengraph.testsupport.gateway.Gateway.failed;
import static dev.greengraph.testsupport.gateway.Gateway.succeeded;
import static dev.greengraph.testsupport.gateway.Rows.id;
import static dev.greengraph.testsupport.gateway.Rows.received;
import static dev.greengraph.testsupport.gateway.Rows.sent;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.greengraph.account.AccountId;
import dev.greengraph.graphql.node.GlobalId;
import dev.greengraph.testsupport.gateway.FakeUpstream;
import dev.greengraph.testsupport.gateway.GatewayClock;
import dev.greengraph.testsupport.gateway.GatewayProfile;
import dev.greengraph.testsupport.gateway.Reply;
import dev.greengraph.testsupport.gateway.UpstreamAccount;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Anything by its global id. */
@QuarkusTest
@TestProfile(GatewayProfile.class)
class NodeApiTest {

    FakeUpstream upstream;

    @Inject
    GatewayClock clock;

    private static final String VERA = "70000001001@c.us";

    @Test
    void findsAccountAndChatWithoutACall() {
        UpstreamAccount account = upstream.whatsapp();
        ValidatableResponse ids = ask(account, "id chat(chatId: \"" + VERA + "\") { id }");

        node(ids.extract().path("data.account.id"), "... on Account { name }")
                .body("data.node.__typename", equalTo("Account"))
                .body("data.node.name", equalTo(account.name()));
        node(ids.extract().path("data.account.chat.id"), "... on Chat { chatId }")
                .body("data.node.__typename", equalTo("Chat"))
                .body("data.node.chatId", equalTo(VERA));
        assertEquals(List.of(), account.takeCalls());
    }

    @Test
    void findsAMessageInItsWindowAndLaterByACall() {
        String row = received(VERA, id(1), clock.instant()).encode();
        UpstreamAccount account = upstream.whatsapp().incoming(row).on("getMessage", Reply.json(row));
        String id = ask(account, "chat(chatId: \"" + VERA + "\") { lastMessage { id } }")
                .extract()
                .path("data.account.chat.lastMessage.id");
        account.takeCalls();

        node(id, "... on Message { text }").body("data.node.text", equalTo("text of " + id(1)));
        assertEquals(List.of(), account.takeCalls());

        clock.advanceBeyondFreshness();
        node(id, "... on Message { text }")
                .body("data.node.__typename", equalTo("TextMessage"))
                .body("data.node.id", equalTo(id));
        assertEquals(1, account.takeCalls().size());
    }

    @Test
    void findsAnEventThatHasNoIdOfItsOwn() {
        JsonObject block = received(VERA, "", clock.instant())
                .put("typeMessage", "incomingBlock")
                .put("chatState", "block");
        block.remove("idMessage");
        UpstreamAccount account = upstream.whatsapp().incoming(block.encode());
        String id = ask(account, "messages(filter: {direction: INCOMING}) { nodes { id } }")
                .extract()
                .path("data.account.messages.nodes[0].id");

        node(id, "... on BlockMessage { chatState messageId }")
                .body("data.node.__typename", equalTo("BlockMessage"))
                .body("data.node.chatState", equalTo("block"))
                .body("data.node.messageId", nullValue());
        assertEquals(
                List.of("lastIncomingMessages?minutes=1440"),
                account.takeCalls().subList(0, 1));
    }

    /** Blocked and unblocked within a second, and a note of the chat without an id: three entries, three ids. */
    @Test
    void everyEventHasAnIdOfItsOwn() {
        UpstreamAccount account = upstream.whatsapp()
                .incoming(
                        event("blocked").encode(),
                        event("unblocked").encode(),
                        event("blocked").encode())
                .outgoing(event("blocked").put("type", "outgoing").encode());
        List<String> ids = ask(account, "messages { nodes { id } }").extract().path("data.account.messages.nodes.id");

        assertEquals(3, Set.copyOf(ids).size());
        for (String id : ids) {
            node(id, "... on BlockMessage { chatState direction }").body("data.node.id", equalTo(id));
        }
    }

    /** In the chat with oneself both journals have the message under one id. */
    @Test
    void bothDirectionsOfANoteToOneselfCanBeAskedFor() {
        Instant now = clock.instant();
        UpstreamAccount account = upstream.whatsapp()
                .incoming(received(VERA, id(1), now).encode())
                .outgoing(sent(VERA, id(1), now).encode())
                .on("getMessage", Reply.json(sent(VERA, id(1), now).encode()));
        String list = "messages(first: 1%s) { nodes { id direction sender { contactId } } pageInfo { endCursor } }";
        ValidatableResponse first = ask(account, list.formatted(""));
        ValidatableResponse second = ask(
                account,
                list.formatted(
                        ", after: \"" + first.extract().path("data.account.messages.pageInfo.endCursor") + "\""));
        List<Map<String, Object>> both = List.of(
                first.extract().path("data.account.messages.nodes[0]"),
                second.extract().path("data.account.messages.nodes[0]"));

        assertEquals(
                Set.of("INCOMING", "OUTGOING"),
                both.stream().map(message -> message.get("direction")).collect(Collectors.toSet()));
        for (int i = 0; i < 2; i++) {
            for (Map<String, Object> message : both) {
                node((String) message.get("id"), "... on Message { direction sender { contactId } }")
                        .body("data.node.id", equalTo(message.get("id")))
                        .body("data.node.direction", equalTo(message.get("direction")))
                        .body("data.node.sender", equalTo(message.get("sender")));
            }
            clock.advance(Duration.ofHours(3));
        }
    }

    private JsonObject event(String chatState) {
        JsonObject block = received(VERA, "", clock.instant())
                .put("typeMessage", "incomingBlock")
                .put("chatState", chatState);
        block.remove("idMessage");
        return block;
    }

    @Test
    void findsAStatus() {
        UpstreamAccount account = upstream.whatsapp()
                .statuses(received(VERA, id(1), clock.instant()).encode());
        String id = ask(account, "statuses { nodes { id } }").extract().path("data.account.statuses.nodes[0].id");

        node(id, "... on Status { statusId }")
                .body("data.node.__typename", equalTo("TextStatus"))
                .body("data.node.statusId", equalTo(id(1)));
    }

    @Test
    void isNullForWhatIsNotThere() {
        AccountId nobody = new AccountId("nobody");
        AccountId known = new AccountId(upstream.whatsapp().name());

        for (String id : List.of(
                GlobalId.encode(GlobalId.Type.ACCOUNT, nobody),
                GlobalId.encode(GlobalId.Type.CHAT, nobody, VERA),
                GlobalId.encode(GlobalId.Type.CHAT, known, "no chat"),
                GlobalId.encode(GlobalId.Type.CHAT, known),
                GlobalId.encode(GlobalId.Type.MESSAGE, known, VERA),
                GlobalId.encode(GlobalId.Type.MESSAGE, known, VERA, id(7)),
                GlobalId.encode(GlobalId.Type.MESSAGE, known, VERA, "short", "INCOMING"),
                GlobalId.encode(GlobalId.Type.MESSAGE, known, VERA, id(7), "INCOMING"),
                GlobalId.encode(GlobalId.Type.CONTACT, known),
                GlobalId.encode(GlobalId.Type.CONTACT, known, "nobody"),
                GlobalId.encode(GlobalId.Type.EVENT, known, VERA, "0", "incomingBlock"),
                GlobalId.encode(GlobalId.Type.EVENT, known, VERA, "never", "incomingBlock", "INCOMING", "0"),
                GlobalId.encode(GlobalId.Type.EVENT, known, VERA, "0", "incomingBlock", "INCOMING", "0"),
                GlobalId.encode(GlobalId.Type.STATUS, known, VERA, id(7)),
                GlobalId.encode(GlobalId.Type.STATUS, known, VERA, id(7), "999999999999"))) {
            node(id, "id").body("data.node", nullValue());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "garbage", "MQ", "!!!", "AAAA", "MR9DSEFU", "MR9OT1RISU5HH21haW4", "Mh9DSEFUH21haW4fMQ"})
    void refusesWhatIsNoIdOfOurs(String id) {
        failed(ask("query($id: ID!) { node(id: $id) { id } }", Map.of("id", id)), "BAD_REQUEST")
                .body("errors[0].extensions.argument", equalTo("id"))
                .body("errors[0].message", equalTo("id: must be an id that this API gave out"));
    }

    private static ValidatableResponse node(String id, String fields) {
        return succeeded(ask("query($id: ID!) { node(id: $id) { __typename id " + fields + " } }", Map.of("id", id)));
    }
}
