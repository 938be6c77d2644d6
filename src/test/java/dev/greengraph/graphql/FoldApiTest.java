package dev.greengraph.graphql;

import static dev.greengraph.testsupport.gateway.Gateway.ask;
import static dev.greengraph.testsupport.gateway.Gateway.succeeded;
import static dev.greengraph.testsupport.gateway.Rows.id;
import static dev.greengraph.testsupport.gateway.Rows.received;
import static dev.greengraph.testsupport.gateway.Rows.sent;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
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
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Edits, deletions, reactions and votes are shown on their message, from what is held. */
@QuarkusTest
@TestProfile(GatewayProfile.class)
class FoldApiTest {

    private static final String VERA = "70000001001@c.us";
    private static final String FOLDED =
            "text isEdited isDeleted reactions { emoji count isOwn senders { contactId } } edits { previousText text }";

    FakeUpstream upstream;

    @Inject
    GatewayClock clock;

    @Test
    void foldsOverBothJournalsWithoutAFurtherCall() {
        UpstreamAccount account = upstream.whatsapp()
                .incoming(
                        event(1, 9, "reactionMessage")
                                .put("extendedTextMessageData", new JsonObject().put("text", "👍"))
                                .put("quotedMessage", new JsonObject().put("stanzaId", id(7)))
                                .encode(),
                        received(VERA, id(2), clock.instant().minusSeconds(30)).encode())
                .outgoing(
                        sent(VERA, id(7), clock.instant().minusSeconds(20)).encode(),
                        sent(VERA, id(8), clock.instant().minusSeconds(5))
                                .put("typeMessage", "deletedMessage")
                                .put("deletedMessageData", new JsonObject().put("stanzaId", id(2)))
                                .encode());

        ValidatableResponse answer = ask(account, "messages { nodes { messageId " + FOLDED + " } }");

        assertEquals(2, account.takeCalls().size());
        succeeded(answer)
                .body("data.account.messages.nodes.messageId", contains(id(8), id(1), id(7), id(2)))
                .body("data.account.messages.nodes[2].reactions[0].emoji", equalTo("👍"))
                .body("data.account.messages.nodes[2].reactions[0].count", equalTo(1))
                .body("data.account.messages.nodes[2].reactions[0].isOwn", equalTo(false))
                .body("data.account.messages.nodes[2].reactions[0].senders.contactId", contains(VERA))
                .body("data.account.messages.nodes[3].isDeleted", equalTo(true))
                .body("data.account.messages.nodes[3].reactions", empty());
        succeeded(ask(account, "messages(filter: {direction: OUTGOING}) { nodes { " + FOLDED + " } }"))
                .body("data.account.messages.nodes[1].reactions.emoji", contains("👍"));
        assertEquals(List.of(), account.takeCalls(), "from what is held");
    }

    @Test
    void theLastMessageOfAChatIsOneThatAPersonWrote() {
        UpstreamAccount account = upstream.whatsapp()
                .incoming(
                        received(VERA, id(1), clock.instant().minusSeconds(9)).encode(),
                        event(2, 5, "editedMessage")
                                .put(
                                        "editedMessageData",
                                        new JsonObject().put("stanzaId", id(1)).put("textMessage", "better"))
                                .encode());

        ValidatableResponse answer =
                ask(account, "chats { nodes { lastMessage { type text } all: lastMessage(events: true) { type } } }");

        succeeded(answer)
                .body("data.account.chats.nodes[0].lastMessage.type", equalTo("TEXT"))
                .body("data.account.chats.nodes[0].lastMessage.text", equalTo("better"))
                .body("data.account.chats.nodes[0].all.type", equalTo("EDITED"));
    }

    @Test
    void aFilterLeavesOutWhatIsShownOnItsMessage() {
        UpstreamAccount account = upstream.whatsapp()
                .incoming(
                        received(VERA, id(1), clock.instant().minusSeconds(9)).encode(),
                        deletion(2, 5, id(1)).encode(),
                        deletion(3, 4, id(99)).encode());

        ValidatableResponse answer = ask(
                account,
                "messages(filter: {direction: INCOMING, folded: false}) { totalCount nodes { messageId isDeleted } }");

        succeeded(answer)
                .body("data.account.messages.totalCount", equalTo(2))
                .body("data.account.messages.nodes.messageId", contains(id(3), id(1)))
                .body("data.account.messages.nodes.isDeleted", contains(false, true));
    }

    @Test
    void foldsOnMaxWhereTheMarksDoNotWork() {
        String chat = "10000000";
        UpstreamAccount account = upstream.max()
                .history(
                        received(chat, "115736619909709831", clock.instant().minusSeconds(2))
                                .put("typeMessage", "editedMessage")
                                .put(
                                        "editedMessageData",
                                        new JsonObject()
                                                .put("stanzaId", "115736619254415367")
                                                .put("textMessage", "better"))
                                .encode(),
                        received(chat, "115736619254415367", clock.instant().minusSeconds(9))
                                .put("isEdited", false)
                                .put("textMessage", "good")
                                .encode());

        ValidatableResponse answer =
                ask(account, "chat(chatId: \"" + chat + "\") { history { nodes { " + FOLDED + " } } }");

        succeeded(answer)
                .body("data.account.chat.history.nodes[1].text", equalTo("better"))
                .body("data.account.chat.history.nodes[1].isEdited", equalTo(true))
                .body("data.account.chat.history.nodes[1].edits[0].previousText", equalTo("good"))
                .body("data.account.chat.history.nodes[1].edits[0].text", equalTo("better"));
    }

    @Test
    void resultsOfAPollAndTheQuoteOfIt() {
        JsonObject poll = sent(VERA, id(1), clock.instant().minusSeconds(60))
                .put("typeMessage", "pollMessage")
                .put(
                        "pollMessageData",
                        new JsonObject("{\"name\": \"Which?\", \"options\": [{\"optionName\": \"a\"}]}"));
        JsonObject tally = event(2, 5, "pollUpdateMessage")
                .put(
                        "pollMessageData",
                        new JsonObject("{\"stanzaId\": \"" + id(1)
                                + "\", \"votes\": [{\"optionName\": \"a\", \"optionVoters\": [\"" + VERA + "\"]}]}"));
        JsonObject reply = event(3, 4, "quotedMessage")
                .put("extendedTextMessage", new JsonObject().put("text", "yes"))
                .put("quotedMessage", new JsonObject().put("stanzaId", id(77)));
        UpstreamAccount account = upstream.whatsapp().history(reply.encode(), tally.encode(), poll.encode());

        ValidatableResponse answer = ask(
                account,
                "chat(chatId: \"" + VERA + "\") { history { nodes { quote { currentText isEdited isDeleted }"
                        + " ... on PollMessage { results { option count voters { contactId } } } } } }");

        succeeded(answer)
                .body("data.account.chat.history.nodes[2].results[0].option", equalTo("a"))
                .body("data.account.chat.history.nodes[2].results[0].count", equalTo(1))
                .body("data.account.chat.history.nodes[2].results[0].voters.contactId", contains(VERA))
                .body("data.account.chat.history.nodes[0].quote.isDeleted", nullValue());
        assertEquals(1, account.takeCalls().size(), "what a quote names is not asked for");
    }

    private JsonObject deletion(int number, int secondsAgo, String target) {
        return event(number, secondsAgo, "deletedMessage")
                .put("deletedMessageData", new JsonObject().put("stanzaId", target));
    }

    private JsonObject event(int number, int secondsAgo, String type) {
        JsonObject entry = received(VERA, id(number), clock.instant().minusSeconds(secondsAgo));
        entry.remove("textMessage");
        return entry.put("typeMessage", type);
    }
}
