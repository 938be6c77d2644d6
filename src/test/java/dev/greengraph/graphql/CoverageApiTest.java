package dev.greengraph.graphql;

import static dev.greengraph.testsupport.gateway.Gateway.ask;
import static dev.greengraph.testsupport.gateway.Gateway.await;
import static dev.greengraph.testsupport.gateway.Gateway.succeeded;
import static dev.greengraph.testsupport.gateway.Rows.history;
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
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Lists between two moments, and what was really read for them. */
@QuarkusTest
@TestProfile(GatewayProfile.class)
class CoverageApiTest {

    private static final String VERA = "70000001001@c.us";
    private static final String MAX_CHAT = "10000000";
    private static final String COVERAGE = " totalCount coverage { from to isComplete reason } ";

    FakeUpstream upstream;

    @Inject
    GatewayClock clock;

    @Test
    void theWindowIsRoundedTheAnswerIsNot() {
        Instant now = clock.instant();
        UpstreamAccount account = upstream.whatsapp()
                .incoming(
                        received(VERA, id(1), now.minusSeconds(120)).encode(),
                        received(VERA, id(2), now.minusSeconds(60)).encode(),
                        received("70000001002@c.us", id(3), now.minusSeconds(30))
                                .encode());
        String between = "since: \"%s\", until: \"%s\"".formatted(now.minusSeconds(90), now.minusSeconds(30));

        ValidatableResponse answer = ask(account, """
                messages(%1$s) { %2$s nodes { messageId } }
                chats(%1$s) { %2$s nodes { chatId lastMessage { messageId } recentMessages { %2$s } } }
                chat(chatId: "%3$s") { recentMessages(%1$s) { %2$s } }""".formatted(between, COVERAGE, VERA));

        succeeded(answer)
                .body("data.account.messages.nodes.messageId", contains(id(2)))
                .body("data.account.messages.totalCount", equalTo(1))
                .body("data.account.messages.coverage.from", equalTo(text(now.minusSeconds(90))))
                .body("data.account.messages.coverage.to", equalTo(text(now.minusSeconds(30))))
                .body("data.account.messages.coverage.isComplete", equalTo(true))
                .body("data.account.messages.coverage.reason", nullValue())
                .body("data.account.chats.nodes.chatId", contains(VERA))
                .body("data.account.chats.nodes[0].lastMessage.messageId", equalTo(id(2)))
                .body("data.account.chats.nodes[0].recentMessages.totalCount", equalTo(1))
                .body("data.account.chat.recentMessages.totalCount", equalTo(1));
        assertEquals(
                List.of("lastIncomingMessages?minutes=60", "lastOutgoingMessages?minutes=60"),
                account.takeCalls().stream().sorted().toList());
    }

    @Test
    void aChatOfAListShowsItsLastMessageOfTheListsTime() {
        Instant now = clock.instant();
        UpstreamAccount account = upstream.whatsapp()
                .incoming(received(VERA, id(1), now.minus(Duration.ofDays(3))).encode());

        ValidatableResponse answer = ask(
                account, "chats(minutes: 10080) { nodes { lastMessage { messageId } recentMessages { totalCount } } }");

        succeeded(answer)
                .body("data.account.chats.nodes[0].lastMessage.messageId", equalTo(id(1)))
                .body("data.account.chats.nodes[0].recentMessages.totalCount", equalTo(1));
        assertEquals(2, account.takeCalls().size());
    }

    @Test
    void aJournalThatIsFullMayLackOlderEntries() {
        Instant now = clock.instant();
        String[] rows = IntStream.range(0, 5_000)
                .mapToObj(i -> received(MAX_CHAT, "11573663891" + (5_280_000 + i), now.minusSeconds(i))
                        .encode())
                .toArray(String[]::new);
        UpstreamAccount account = upstream.max().incoming(rows);

        succeeded(ask(account, "messages { " + COVERAGE + " } short: messages(minutes: 60) { " + COVERAGE + " }"))
                .body("data.account.messages.coverage.isComplete", equalTo(false))
                .body("data.account.messages.coverage.reason", equalTo("JOURNAL_LIMIT"))
                .body("data.account.messages.coverage.from", equalTo(text(now.minusSeconds(4_998))))
                .body("data.account.short.coverage.isComplete", equalTo(true))
                .body("data.account.short.coverage.from", equalTo(text(now.minusSeconds(3_600))));
    }

    @Test
    void aHistorySaysHowFarItGoesBack() {
        Instant now = clock.instant();
        UpstreamAccount account = upstream.whatsapp().history(history(VERA, now, 120));
        String chat =
                "chat(chatId: \"" + VERA + "\") { history(first: 10%s) {" + COVERAGE + " pageInfo { hasNextPage } } }";

        succeeded(ask(account, chat.formatted("")))
                .body("data.account.chat.history.coverage.reason", equalTo("MORE_TO_READ"))
                .body("data.account.chat.history.coverage.isComplete", equalTo(false))
                .body("data.account.chat.history.coverage.from", equalTo(text(now.minusSeconds(98))));
        succeeded(ask(account, chat.formatted(", since: \"" + now.minusSeconds(5) + "\"")))
                .body("data.account.chat.history.totalCount", equalTo(6))
                .body("data.account.chat.history.coverage.isComplete", equalTo(true))
                .body("data.account.chat.history.coverage.from", equalTo(text(now.minusSeconds(5))))
                .body("data.account.chat.history.pageInfo.hasNextPage", equalTo(false));
        assertEquals(1, account.takeCalls().size());
        succeeded(ask(
                        account,
                        chat.formatted(", since: \"" + now.minusSeconds(115) + "\", until: \"" + now.minusSeconds(110)
                                + "\"")))
                .body("data.account.chat.history.totalCount", equalTo(5))
                .body("data.account.chat.history.coverage.isComplete", equalTo(true))
                .body("data.account.chat.history.coverage.to", equalTo(text(now.minusSeconds(110))));
        assertEquals(1, account.takeCalls().size());
        succeeded(ask(account, chat.formatted("")))
                .body("data.account.chat.history.coverage.isComplete", equalTo(true))
                .body("data.account.chat.history.coverage.from", nullValue());
    }

    @Test
    void ofTwoJournalsTheOlderOneIsTheEnd() {
        UpstreamAccount account = upstream.whatsapp()
                .outgoing(sent(VERA, id(1), clock.instant().minusSeconds(5)).encode());
        Instant first = clock.instant();
        succeeded(ask(account, "messages { totalCount }"));
        account.on("lastIncomingMessages", Reply.refusal(500, "down"));
        clock.advanceBeyondFreshness();
        ask(account, "messages { totalCount }");
        AtomicReference<ValidatableResponse> answer = new AtomicReference<>();
        await(() -> {
            answer.set(ask(account, "messages { " + COVERAGE + " freshness { state code } }"));
            return "ONE_JOURNAL_STALE".equals(answer.get().extract().path("data.account.messages.coverage.reason"))
                    && answer.get().extract().path("data.account.messages.freshness.code") != null;
        });

        succeeded(answer.get())
                .body("data.account.messages.coverage.isComplete", equalTo(false))
                .body("data.account.messages.coverage.to", equalTo(text(first)))
                .body("data.account.messages.freshness.code", equalTo("UPSTREAM_UNAVAILABLE"));
        succeeded(ask(account, "messages(until: \"" + first.minusSeconds(1) + "\") { " + COVERAGE + " }"))
                .body("data.account.messages.coverage.isComplete", equalTo(true));
    }

    private static String text(Instant moment) {
        return moment.toString().replaceAll("\\.[0-9]+", "");
    }
}
