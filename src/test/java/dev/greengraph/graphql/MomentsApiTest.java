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
import dev.greengraph.testsupport.gateway.Reply;
import dev.greengraph.testsupport.gateway.UpstreamAccount;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** When a message was sent, and when its delivery changed: one id, one moment in one answer. */
@QuarkusTest
@TestProfile(GatewayProfile.class)
class MomentsApiTest {

    private static final String VERA = "70000001001@c.us";
    private static final String MAX_CHAT = "10000000";
    private static final Duration EXPIRED = Duration.ofHours(2);
    private static final String BOTH = "messages { nodes { id sentAt statusChangedAt } }"
            + " chat(chatId: \"%s\") { history { nodes { id sentAt statusChangedAt } }"
            + " lastMessage { id sentAt statusChangedAt } message(messageId: \"%s\") { id sentAt statusChangedAt } }";

    FakeUpstream upstream;

    @Inject
    GatewayClock clock;

    /** Read ten minutes after it was sent: the journal has that time, the history the other. */
    @Test
    void oneIdHasOneMomentInOneAnswer() {
        Instant now = clock.instant();
        UpstreamAccount account = upstream.whatsapp()
                .outgoing(sent(VERA, id(1), now.minusSeconds(60)).encode())
                .history(sent(VERA, id(1), now.minusSeconds(660)).encode())
                .on(
                        "getMessage",
                        Reply.json(sent(VERA, id(1), now.minusSeconds(660)).encode()));

        for (String query : List.of(BOTH, reversed(BOTH), BOTH)) {
            ValidatableResponse answer = ask(account, query.formatted(VERA, id(1)));

            succeeded(answer);
            assertEquals(1, moments(answer).size());
            clock.advance(Duration.ofSeconds(6));
        }
    }

    @Test
    void theNextAnswerKnowsWhatAHistoryTold() {
        Instant sentAt = clock.instant().minusSeconds(660);
        UpstreamAccount account = upstream.whatsapp()
                .outgoing(sent(VERA, id(1), sentAt.plusSeconds(600)).encode())
                .history(sent(VERA, id(1), sentAt).encode());
        String journal = "messages { nodes { sentAt statusChangedAt } }";
        ask(account, journal).body("data.account.messages.nodes.sentAt", contains(text(sentAt.plusSeconds(600))));

        succeeded(ask(account, "chat(chatId: \"" + VERA + "\") { history { totalCount } }"));
        clock.advance(EXPIRED);

        ask(account, journal)
                .body("data.account.messages.nodes.sentAt", contains(text(sentAt)))
                .body("data.account.messages.nodes.statusChangedAt", contains(text(sentAt.plusSeconds(600))));
    }

    @Test
    void onMaxTheIdTellsInEverySource() {
        Instant now = clock.instant();
        String id = Long.toString(now.minusSeconds(60).toEpochMilli());
        UpstreamAccount account = upstream.max()
                .outgoing(sent(MAX_CHAT, id, now.minusSeconds(20)).encode())
                .history(sent(MAX_CHAT, id, now.minusSeconds(58)).encode())
                .on(
                        "getMessage",
                        Reply.json(sent(MAX_CHAT, id, now.minusSeconds(58)).encode()));

        succeeded(ask(account, "messages { nodes { sentAt statusChangedAt } }"))
                .body("data.account.messages.nodes.sentAt", contains(text(now.minusSeconds(60))))
                .body("data.account.messages.nodes.statusChangedAt", contains(text(now.minusSeconds(20))));

        ValidatableResponse answer = ask(account, BOTH.formatted(MAX_CHAT, id));

        succeeded(answer).body("data.account.messages.nodes.sentAt", contains(text(now.minusSeconds(60))));
        assertEquals(1, moments(answer).size());
    }

    @Test
    void aReceiptMovesNoChatToTheTop() {
        Instant sentAt = clock.instant().minusSeconds(600);
        String other = "70000001002@c.us";
        UpstreamAccount account = upstream.whatsapp()
                .incoming(received(other, id(2), sentAt.plusSeconds(60)).encode())
                .outgoing(sent(VERA, id(1), sentAt).encode());
        String chats = "chats { nodes { chatId lastMessage { sentAt statusChangedAt } } }";
        ask(account, chats).body("data.account.chats.nodes.chatId", contains(other, VERA));

        clock.advance(EXPIRED.minusMinutes(1));
        Instant readAt = clock.instant();
        account.outgoing(sent(VERA, id(1), readAt).encode());
        clock.advance(Duration.ofMinutes(1));

        succeeded(ask(account, chats))
                .body("data.account.chats.nodes.chatId", contains(other, VERA))
                .body("data.account.chats.nodes[1].lastMessage.sentAt", equalTo(text(sentAt)))
                .body("data.account.chats.nodes[1].lastMessage.statusChangedAt", equalTo(text(readAt)))
                .body("data.account.chats.nodes[0].lastMessage.statusChangedAt", nullValue());
    }

    private static String reversed(String query) {
        int chat = query.indexOf(" chat(");
        return query.substring(chat) + " " + query.substring(0, chat);
    }

    private static String text(Instant moment) {
        return moment.toString().replaceAll("\\.[0-9]+", "");
    }

    /** The moments of every id of an answer, which must be one pair for each. */
    private static Map<Object, Object> moments(ValidatableResponse answer) {
        List<Map<String, Object>> messages = new ArrayList<>();
        for (String path : List.of("messages.nodes", "chat.history.nodes")) {
            messages.addAll(answer.extract().path("data.account." + path));
        }
        for (String path : List.of("chat.lastMessage", "chat.message")) {
            messages.add(answer.extract().path("data.account." + path));
        }
        assertEquals(4, messages.size());
        Map<Object, Object> byId = new HashMap<>();
        messages.forEach(message -> {
            Object before = byId.put(message.get("id"), message);
            assertEquals(before == null ? message : before, message);
        });
        return byId;
    }
}
