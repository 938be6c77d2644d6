package dev.greengraph.graphql;

import static dev.greengraph.testsupport.gateway.Gateway.ask;
import static dev.greengraph.testsupport.gateway.Gateway.succeeded;
import static dev.greengraph.testsupport.gateway.Rows.id;
import static dev.greengraph.testsupport.gateway.Rows.received;
import static dev.greengraph.testsupport.gateway.Rows.sent;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.greengraph.testsupport.gateway.FakeUpstream;
import dev.greengraph.testsupport.gateway.GatewayClock;
import dev.greengraph.testsupport.gateway.GatewayProfile;
import dev.greengraph.testsupport.gateway.UpstreamAccount;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** One person of one account is one object, wherever the graph meets them. */
@QuarkusTest
@TestProfile(GatewayProfile.class)
class ContactApiTest {

    private static final String VERA = "70000001001@c.us";
    private static final String OWN = "70000001000@c.us";
    private static final String HIDDEN = "900000000000001@lid";
    private static final String GROUP = "120363000000000101@g.us";
    private static final String CONTACT = "{ id contactId name contactName displayName phone lid }";

    FakeUpstream upstream;

    @Inject
    GatewayClock clock;

    @Test
    void aPersonIsTheSameObjectEverywhere() {
        UpstreamAccount account = upstream.whatsapp()
                .incoming(
                        named(id(1), "Vera N.", "").put("timestamp", seconds(9)).encode(),
                        named(id(2), "Vera", "Vera Nord")
                                .put("timestamp", seconds(5))
                                .encode(),
                        received(GROUP, id(3), clock.instant())
                                .put("senderId", HIDDEN)
                                .put("senderName", "")
                                .put("typeMessage", "pollUpdateMessage")
                                .put("pollMessageData", tally(VERA, HIDDEN))
                                .put("quotedMessage", quote(VERA))
                                .encode())
                .history(named(id(4), "Old name", "Old contact").encode())
                .statuses(received(VERA, id(5), clock.instant())
                        .put("typeMessage", "textMessage")
                        .encode());

        succeeded(ask(account, "messages { totalCount }"));

        ValidatableResponse answer = ask(account, """
                messages { nodes { sender %1$s quote { sender %1$s }
                    ... on PollUpdateMessage { votes { voters %1$s } } } }
                chat(chatId: "%2$s") { history { nodes { sender %1$s } } }
                statuses { nodes { sender %1$s } }""".formatted(CONTACT, VERA));

        succeeded(answer);
        Set<Map<String, Object>> veras = new HashSet<>();
        veras.addAll(answer.extract().path("data.account.messages.nodes[1..2].sender"));
        veras.add(answer.extract().path("data.account.messages.nodes[0].quote.sender"));
        veras.add(answer.extract().path("data.account.messages.nodes[0].votes[0].voters[0]"));
        veras.addAll(answer.extract().path("data.account.chat.history.nodes.sender"));
        veras.addAll(answer.extract().path("data.account.statuses.nodes.sender"));
        Map<String, Object> vera = veras.iterator().next();
        assertEquals(1, veras.size(), veras.toString());
        assertEquals("Vera", vera.get("name"));
        assertEquals("Vera Nord", vera.get("contactName"));
        assertEquals("Vera Nord", vera.get("displayName"));
        assertEquals("+70000001001", vera.get("phone"));
        answer.body("data.account.messages.nodes[0].sender.lid", equalTo(HIDDEN))
                .body("data.account.messages.nodes[0].sender.phone", nullValue())
                .body("data.account.messages.nodes[0].sender.displayName", equalTo("900000000000001"));

        account.takeCalls();
        String node = "{ node(id: \"%s\") { id ... on Contact %s } }".formatted(vera.get("id"), CONTACT);
        succeeded(ask(node)).body("data.node", equalTo(vera));
        assertEquals(List.of(), account.takeCalls(), "read from what is held");
    }

    @Test
    void aPersonWhomNothingNamesIsAskableAllTheSame() {
        UpstreamAccount account = upstream.whatsapp()
                .incoming(received(GROUP, id(1), clock.instant())
                        .put("senderId", HIDDEN)
                        .put("senderName", ".")
                        .encode());
        ValidatableResponse answer = ask(account, "messages { nodes { sender " + CONTACT + " } }");
        Map<String, Object> sender = answer.extract().path("data.account.messages.nodes[0].sender");
        clock.advanceBeyondFreshness();

        succeeded(ask("{ node(id: \"%s\") { ... on Contact %s } }".formatted(sender.get("id"), CONTACT)))
                .body("data.node", equalTo(sender))
                .body("data.node.name", nullValue());
    }

    @Test
    void theAccountKnowsItselfWhereSomebodyQuotedIt() {
        UpstreamAccount account = upstream.whatsapp()
                .outgoing(sent(GROUP, id(1), clock.instant().minusSeconds(9)).encode())
                .incoming(received(GROUP, id(2), clock.instant())
                        .put("senderId", VERA)
                        .put("typeMessage", "quotedMessage")
                        .put("extendedTextMessage", new JsonObject().put("text", "Yes"))
                        .put("quotedMessage", quote(OWN))
                        .encode());
        succeeded(ask(account, "self { id }")).body("data.account.self", nullValue());
        assertEquals(List.of(), account.takeCalls());
        ask(account, "messages { totalCount }");
        account.takeCalls();

        ValidatableResponse answer = ask(account, "self " + CONTACT);

        succeeded(answer)
                .body("data.account.self.contactId", equalTo(OWN))
                .body("data.account.self.phone", equalTo("+70000001000"));
        assertEquals(List.of(), account.takeCalls());
    }

    private long seconds(int ago) {
        return clock.instant().minusSeconds(ago).getEpochSecond();
    }

    private JsonObject named(String id, String name, String contactName) {
        return received(VERA, id, clock.instant()).put("senderName", name).put("senderContactName", contactName);
    }

    private static JsonObject quote(String participant) {
        return new JsonObject()
                .put("stanzaId", id(1))
                .put("participant", participant)
                .put("typeMessage", "textMessage")
                .put("textMessage", "Well?");
    }

    private static JsonObject tally(String... voters) {
        return new JsonObject()
                .put("name", "When?")
                .put("multipleAnswers", false)
                .put("stanzaId", id(9))
                .put(
                        "votes",
                        new JsonArray()
                                .add(new JsonObject()
                                        .put("optionName", "Now")
                                        .put("optionVoters", new JsonArray(List.of(voters)))));
    }
}
