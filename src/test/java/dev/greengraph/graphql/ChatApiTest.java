package dev.greengraph.graphql;

import static dev.greengraph.testsupport.gateway.Gateway.ask;
import static dev.greengraph.testsupport.gateway.Gateway.succeeded;
import static dev.greengraph.testsupport.gateway.Rows.id;
import static dev.greengraph.testsupport.gateway.Rows.received;
import static dev.greengraph.testsupport.gateway.Rows.sent;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.greengraph.testsupport.gateway.FakeUpstream;
import dev.greengraph.testsupport.gateway.GatewayClock;
import dev.greengraph.testsupport.gateway.GatewayProfile;
import dev.greengraph.testsupport.gateway.Rows;
import dev.greengraph.testsupport.gateway.UpstreamAccount;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** One chat: nothing is asked before a field needs it. */
@QuarkusTest
@TestProfile(GatewayProfile.class)
class ChatApiTest {

    FakeUpstream upstream;

    @Inject
    GatewayClock clock;

    private static final String VERA = "70000001001@c.us";
    private static final String INCOMING = "lastIncomingMessages?minutes=1440";
    private static final String OUTGOING = "lastOutgoingMessages?minutes=1440";

    @Test
    void costsNothingUntilAFieldNeedsTheUpstream() {
        UpstreamAccount account = upstream.whatsapp();

        ValidatableResponse answer = ask(account, chat("id chatId kind"));

        assertEquals(List.of(), account.takeCalls());
        succeeded(answer)
                .body("data.account.chat.chatId", equalTo(VERA))
                .body("data.account.chat.kind", equalTo("PERSONAL"));
    }

    @Test
    void readsTheTitleFromTheIncomingJournal() {
        UpstreamAccount account = upstream.whatsapp()
                .incoming(received(VERA, id(1), clock.instant())
                        .put("senderContactName", "Vera")
                        .encode());

        ValidatableResponse answer = ask(account, chat("title"));

        assertEquals(List.of(INCOMING), account.takeCalls());
        succeeded(answer).body("data.account.chat.title", equalTo("Vera"));
    }

    @Test
    void asksNothingForTheTitleOfAGroup() {
        UpstreamAccount account = upstream.whatsapp();

        ValidatableResponse answer = ask(account, "chat(chatId: \"120363000000000101@g.us\") { title }");

        assertEquals(List.of(), account.takeCalls());
        succeeded(answer).body("data.account.chat.title", nullValue());
    }

    @Test
    void sharesTheJournalsAmongItsFields() {
        UpstreamAccount account = upstream.whatsapp()
                .incoming(received(VERA, id(1), clock.instant().minusSeconds(9)).encode())
                .outgoing(
                        sent(VERA, id(2), clock.instant()).encode(),
                        sent("70000001002@c.us", id(3), clock.instant()).encode());

        ValidatableResponse answer = ask(
                account,
                chat(
                        "title lastMessage { messageId } recentMessages { totalCount nodes { messageId deliveryStatus sentByApi } }"));

        assertEquals(Set.of(INCOMING, OUTGOING), Set.copyOf(account.takeCalls()));
        succeeded(answer)
                .body("data.account.chat.lastMessage.messageId", equalTo(id(2)))
                .body("data.account.chat.recentMessages.totalCount", equalTo(2))
                .body("data.account.chat.recentMessages.nodes.messageId", contains(id(2), id(1)))
                .body("data.account.chat.recentMessages.nodes.deliveryStatus", contains("READ", null))
                .body("data.account.chat.recentMessages.nodes.sentByApi", contains(true, null));
    }

    @Test
    void knowsNoMessageOfAnUnseenChat() {
        UpstreamAccount account = upstream.max();

        ValidatableResponse answer = ask(account, "chat(chatId: \"-70000000000001\") { kind lastMessage { id } }");

        assertEquals(2, account.takeCalls().size());
        succeeded(answer)
                .body("data.account.chat.kind", equalTo("GROUP"))
                .body("data.account.chat.lastMessage", nullValue());
    }

    @Test
    void readsItsHistoryOnce() {
        UpstreamAccount account = upstream.whatsapp().history(Rows.history(VERA, clock.instant(), 3));

        ValidatableResponse answer =
                ask(account, chat("one: history(first: 2) { totalCount } other: history { nodes { messageId } }"));

        assertEquals(List.of("getChatHistory {\"chatId\":\"" + VERA + "\",\"count\":100}"), account.takeCalls());
        succeeded(answer)
                .body("data.account.chat.one.totalCount", equalTo(3))
                .body("data.account.chat.other.nodes.messageId", contains(id(0), id(1), id(2)));
    }

    @Test
    void readsHistoriesOfTwoChatsApart() {
        UpstreamAccount account = upstream.whatsapp().history(Rows.history(VERA, clock.instant(), 1));
        succeeded(ask(account, chat("history { totalCount }")));
        clock.advance(Duration.ofSeconds(2));
        account.history();
        account.takeCalls();

        ValidatableResponse answer = ask(account, "chat(chatId: \"70000001002@c.us\") { history { totalCount } }");

        assertEquals(1, account.takeCalls().size());
        succeeded(answer).body("data.account.chat.history.totalCount", equalTo(0));
    }

    private static String chat(String fields) {
        return "chat(chatId: \"" + VERA + "\") { " + fields + " }";
    }
}
