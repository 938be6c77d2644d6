package dev.greengraph.graphql;

import static dev.greengraph.testsupport.gateway.Gateway.ask;
import static dev.greengraph.testsupport.gateway.Gateway.failed;
import static dev.greengraph.testsupport.gateway.Gateway.succeeded;
import static dev.greengraph.testsupport.gateway.Rows.id;
import static dev.greengraph.testsupport.gateway.Rows.received;
import static dev.greengraph.testsupport.gateway.Rows.sent;
import static org.hamcrest.Matchers.equalTo;
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
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How many messages a viewer has not read, and the mutation that tells it. */
@QuarkusTest
@TestProfile(GatewayProfile.class)
class UnreadApiTest {

    private static final String VERA = "70000001001@c.us";
    private static final String BORIS = "70000001002@c.us";
    private static final String INBOX = "chats { nodes { chatId title unreadCount lastMessage { messageId } } }";
    private static final String COUNTS = "data.account.chats.nodes.find { it.chatId == '%s' }.unreadCount";

    FakeUpstream upstream;

    @Inject
    GatewayClock clock;

    @Test
    void nothingIsUnreadAtTheFirstLookAndWhatComesLaterIs() {
        UpstreamAccount account = upstream.whatsapp()
                .incoming(
                        received(VERA, id(1), clock.instant().minusSeconds(60)).encode());
        unread(account, VERA, 0);
        assertEquals(2, account.takeCalls().size());

        laterMessages(account);

        unread(account, VERA, 2);
        unread(account, BORIS, 1);
        assertEquals(2, account.takeCalls().size());
    }

    /** Vera writes twice and reacts, the account answers her, and Boris writes for the first time. */
    private void laterMessages(UpstreamAccount account) {
        clock.advance(Duration.ofDays(2));
        Instant now = clock.instant();
        account.incoming(
                        received(VERA, id(5), now.minusSeconds(10))
                                .put("typeMessage", "reactionMessage")
                                .put("extendedTextMessageData", new JsonObject().put("text", "👍"))
                                .put("quotedMessage", new JsonObject().put("stanzaId", id(1)))
                                .encode(),
                        received(VERA, id(4), now.minusSeconds(20)).encode(),
                        received(BORIS, id(3), now.minusSeconds(30)).encode(),
                        received(VERA, id(2), now.minusSeconds(40)).encode())
                .outgoing(sent(VERA, id(6), now.minusSeconds(5)).encode());
    }

    @Test
    void markingIsSeenAtOnceAndCostsNoCall() {
        UpstreamAccount account = looked();
        laterMessages(account);
        unread(account, VERA, 2);
        unread(account, VERA, 2);
        account.takeCalls();
        Instant now = clock.instant();

        mark(account, VERA, now.minusSeconds(40))
                .body("data.markRead.chatId", equalTo(VERA))
                .body("data.markRead.unreadCount", equalTo(1));

        unread(account, VERA, 1);
        unread(account, BORIS, 1);
        mark(account, VERA, now).body("data.markRead.unreadCount", equalTo(0));
        mark(account, VERA, now.minusSeconds(40)).body("data.markRead.unreadCount", equalTo(0));
        unread(account, VERA, 0);
        assertEquals(List.of(), account.takeCalls());
    }

    @Test
    void countsAsFarBackAsItIsAskedTo() {
        UpstreamAccount account = upstream.whatsapp();
        Instant now = clock.instant();
        account.incoming(
                received(VERA, id(1), now.minusSeconds(60)).encode(),
                received(VERA, id(2), now.minus(Duration.ofHours(2))).encode());
        mark(account, VERA, now.minus(Duration.ofHours(3)));

        succeeded(ask(account, "chat(chatId: \"%s\") { unreadCount hour: unreadCount(minutes: 60) }".formatted(VERA)))
                .body("data.account.chat.unreadCount", equalTo(2))
                .body("data.account.chat.hour", equalTo(1));
    }

    @Test
    void takesTheMarksOfADocumentInTheirOrder() {
        UpstreamAccount account = looked();
        laterMessages(account);
        unread(account, VERA, 2);
        Instant now = clock.instant();
        String mark = "markRead(account: \"%s\", chatId: \"%s\", upTo: \"%s\") { unreadCount }";

        succeeded(ask("mutation { first: %s second: %s }"
                        .formatted(
                                mark.formatted(account.name(), VERA, now.minusSeconds(40)),
                                mark.formatted(account.name(), VERA, now))))
                .body("data.first.unreadCount", equalTo(1))
                .body("data.second.unreadCount", equalTo(0));
    }

    @Test
    void refusesAMomentThatIsStillToCome() {
        UpstreamAccount account = upstream.whatsapp();

        succeeded(mark(account, VERA, clock.instant().plusSeconds(60)));

        failed(send(account.name(), VERA, clock.instant().plusSeconds(61)), "BAD_REQUEST")
                .body("errors[0].extensions.argument", equalTo("upTo"));
        failed(send(account.name(), "nobody", clock.instant()), "BAD_REQUEST")
                .body("errors[0].extensions.argument", equalTo("chatId"));
        failed(send("unknown", VERA, clock.instant()), "ACCOUNT_NOT_FOUND");
    }

    /** An account at which its viewer has had the first look. */
    private UpstreamAccount looked() {
        UpstreamAccount account = upstream.whatsapp()
                .incoming(
                        received(VERA, id(1), clock.instant().minusSeconds(60)).encode());
        unread(account, VERA, 0);
        return account;
    }

    private static void unread(UpstreamAccount account, String chatId, int count) {
        succeeded(ask(account, INBOX)).body(COUNTS.formatted(chatId), equalTo(count));
    }

    private static ValidatableResponse mark(UpstreamAccount account, String chatId, Instant upTo) {
        return succeeded(send(account.name(), chatId, upTo));
    }

    private static ValidatableResponse send(String account, String chatId, Instant upTo) {
        return ask("mutation { markRead(account: \"%s\", chatId: \"%s\", upTo: \"%s\") { chatId unreadCount } }"
                .formatted(account, chatId, upTo));
    }
}
