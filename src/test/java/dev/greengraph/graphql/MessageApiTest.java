package dev.greengraph.graphql;

import static dev.greengraph.testsupport.gateway.Gateway.ask;
import static dev.greengraph.testsupport.gateway.Gateway.failed;
import static dev.greengraph.testsupport.gateway.Gateway.succeeded;
import static dev.greengraph.testsupport.gateway.Rows.id;
import static dev.greengraph.testsupport.gateway.Rows.received;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
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
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Single messages: known from a window, asked for, or unknown. */
@QuarkusTest
@TestProfile(GatewayProfile.class)
class MessageApiTest {

    FakeUpstream upstream;

    @Inject
    GatewayClock clock;

    private static final String VERA = "70000001001@c.us";
    private static final String CALL = "getMessage {\"chatId\":\"%s\",\"idMessage\":\"%s\"}".formatted(VERA, id(1));

    @Test
    void asksForAMessageThatNoWindowHolds() {
        UpstreamAccount account = upstream.whatsapp()
                .on(
                        "getMessage",
                        Reply.json(received(VERA, id(1), clock.instant()).encode()));

        ValidatableResponse answer =
                ask(account, message("__typename messageId text sender { displayName } chat { chatId }"));

        assertEquals(List.of(CALL), account.takeCalls());
        succeeded(answer)
                .body("data.account.message.__typename", equalTo("TextMessage"))
                .body("data.account.message.text", equalTo("text of " + id(1)))
                .body("data.account.message.sender.displayName", equalTo("Nick"))
                .body("data.account.message.chat.chatId", equalTo(VERA));
        succeeded(ask(account, message("text")));
        assertEquals(List.of(), account.takeCalls(), "remembered");
    }

    @Test
    void takesAMessageFromAFreshWindow() {
        UpstreamAccount account = upstream.whatsapp()
                .incoming(received(VERA, id(1), clock.instant()).encode());
        succeeded(ask(account, "messages(filter: {direction: INCOMING}) { totalCount }"));
        account.takeCalls();

        ValidatableResponse answer = ask(account, "chat(chatId: \"" + VERA + "\") { " + message(id(1)) + " }");

        assertEquals(List.of(), account.takeCalls());
        succeeded(answer).body("data.account.chat.message.text", equalTo("text of " + id(1)));
    }

    @Test
    void isNullIfTheUpstreamDoesNotKnowIt() {
        UpstreamAccount account = upstream.whatsapp();

        ValidatableResponse answer = ask(account, message("text"));

        assertEquals(List.of(CALL), account.takeCalls());
        succeeded(answer).body("data.account.message", nullValue());
        succeeded(ask(account, message("text")));
        assertEquals(List.of(), account.takeCalls(), "remembered");
    }

    @Test
    void saysThatTheChatIsUnknown() {
        UpstreamAccount account = upstream.whatsapp().on("getMessage", Reply.refusal(400, "chatId not found"));

        ValidatableResponse answer = ask(account, "name " + message("text"));

        assertEquals(List.of(CALL), account.takeCalls());
        failed(answer, "CHAT_NOT_FOUND")
                .body("errors[0].path", contains("account", "message"))
                .body("data.account.name", equalTo(account.name()))
                .body("data.account.message", nullValue());
    }

    @Test
    void takesAQuotedMessageFromTheWindowThatHoldsIt() {
        UpstreamAccount account = upstream.whatsapp()
                .incoming(
                        received(VERA, id(1), clock.instant().minusSeconds(9)).encode(),
                        reply(id(2), id(1)).encode());

        ValidatableResponse answer = ask(account, quotes());

        assertEquals(List.of("lastIncomingMessages?minutes=1440"), account.takeCalls());
        succeeded(answer)
                .body("data.account.messages.nodes[0].__typename", equalTo("QuotedMessage"))
                .body("data.account.messages.nodes[0].quote.text", equalTo("as it was"))
                .body("data.account.messages.nodes[0].quote.message.text", equalTo("text of " + id(1)))
                .body("data.account.messages.nodes[1].quote", nullValue());
    }

    @Test
    void asksForAQuotedMessageOnceAndIsNullIfItIsGone() {
        UpstreamAccount account = upstream.whatsapp()
                .incoming(reply(id(2), id(1)).encode(), reply(id(3), id(1)).encode());

        ValidatableResponse answer = ask(account, quotes());

        assertEquals(List.of("lastIncomingMessages?minutes=1440", CALL), account.takeCalls());
        succeeded(answer)
                .body("data.account.messages.nodes.quote.messageId", contains(id(1), id(1)))
                .body("data.account.messages.nodes.quote.message", contains(nullValue(), nullValue()));
    }

    @Test
    void keepsAnUnknownKindAsData() {
        UpstreamAccount account = upstream.whatsapp()
                .incoming(received(VERA, id(1), clock.instant())
                        .put("typeMessage", "hologram")
                        .encode());

        ValidatableResponse answer = ask(
                account,
                "messages(filter: {direction: INCOMING}) { nodes { type upstreamType ... on UnknownMessage { raw } } }");

        succeeded(answer)
                .body("data.account.messages.nodes[0].type", equalTo("UNKNOWN"))
                .body("data.account.messages.nodes[0].upstreamType", equalTo("hologram"))
                .body("data.account.messages.nodes[0].raw", containsString("hologram"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text: \"OF 3A0000000000000000\"         | 3",
                "text: \"nothing such\"                  | 0",
                "types: [TEXT]                           | 3",
                "types: [IMAGE, VIDEO]                   | 0",
                "chatIds: [\"70000001002@c.us\"]         | 1",
                "senderIds: [\"70000001001@c.us\"]       | 2",
                "chatIds: []                             | 0",
            })
    void filters(String filter, int matching) {
        Instant now = clock.instant();
        UpstreamAccount account = upstream.whatsapp()
                .incoming(
                        received(VERA, id(1), now.minusSeconds(3)).encode(),
                        received(VERA, id(2), now.minusSeconds(2)).encode(),
                        received("70000001002@c.us", id(3), now.minusSeconds(1)).encode());

        ValidatableResponse answer =
                ask(account, "messages(filter: {direction: INCOMING, " + filter + "}) { totalCount }");

        assertEquals(1, account.takeCalls().size());
        succeeded(answer).body("data.account.messages.totalCount", equalTo(matching));
    }

    private JsonObject reply(String id, String quoted) {
        return received(VERA, id, clock.instant())
                .put("typeMessage", "quotedMessage")
                .put("extendedTextMessage", new JsonObject().put("text", "yes").put("stanzaId", quoted))
                .put(
                        "quotedMessage",
                        new JsonObject()
                                .put("stanzaId", quoted)
                                .put("participant", VERA)
                                .put("typeMessage", "textMessage")
                                .put("textMessage", "as it was"));
    }

    private static String quotes() {
        return "messages(filter: {direction: INCOMING}) { nodes { __typename quote { messageId text message { text } } } }";
    }

    private static String message(String fields) {
        return fields.startsWith("3A")
                ? "message(messageId: \"" + fields + "\") { text }"
                : "message(chatId: \"%s\", messageId: \"%s\") { %s }".formatted(VERA, id(1), fields);
    }
}
