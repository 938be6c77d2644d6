package dev.greengraph.graphql;

import static dev.greengraph.testsupport.gateway.Gateway.ask;
import static dev.greengraph.testsupport.gateway.Gateway.failed;
import static dev.greengraph.testsupport.gateway.Gateway.succeeded;
import static dev.greengraph.testsupport.gateway.Rows.id;
import static dev.greengraph.testsupport.gateway.Rows.received;
import static dev.greengraph.testsupport.gateway.Rows.sent;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.greengraph.testsupport.gateway.FakeUpstream;
import dev.greengraph.testsupport.gateway.GatewayClock;
import dev.greengraph.testsupport.gateway.GatewayProfile;
import dev.greengraph.testsupport.gateway.UpstreamAccount;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Accounts, and what concerns all chats of one: which calls it costs, then what comes back. */
@QuarkusTest
@TestProfile(GatewayProfile.class)
class AccountApiTest {

    private static final String VERA = "70000001001@c.us";
    private static final String GROUP = "120363000000000101@g.us";
    private static final String INCOMING = "lastIncomingMessages?minutes=1440";
    private static final String OUTGOING = "lastOutgoingMessages?minutes=1440";

    FakeUpstream upstream;

    @Inject
    GatewayClock clock;

    @Test
    void listsAccountsInTheOrderOfTheirNamesWithoutACall() {
        UpstreamAccount account = upstream.whatsapp();

        ValidatableResponse answer = ask("{ accounts { name messenger id } }");

        assertEquals(List.of(), account.takeCalls());
        List<String> names = succeeded(answer)
                .body("data.accounts.name", hasItems("main", account.name()))
                .body("data.accounts.find { it.name == 'm0' }.messenger", equalTo("MAX"))
                .extract()
                .path("data.accounts.name");
        assertEquals(names.stream().sorted().toList(), names);
    }

    @Test
    void findsAnAccountByItsName() {
        UpstreamAccount account = upstream.max();

        succeeded(ask(account, "name messenger"))
                .body("data.account.name", equalTo(account.name()))
                .body("data.account.messenger", equalTo("MAX"));
    }

    @Test
    void takesTheDefaultAccountWhereNoneIsNamed() {
        succeeded(ask("{ account { name } }")).body("data.account.name", equalTo("main"));
        succeeded(ask("{ account(name: null) { name } }")).body("data.account.name", equalTo("main"));
    }

    @Test
    void knowsNoOtherAccount() {
        failed(ask("{ account(name: \"nobody\") { name } }"), "ACCOUNT_NOT_FOUND")
                .body("data.account", nullValue());
    }

    @Test
    void listsChatsWithNewestMessageAndTitleForTwoCalls() {
        Instant now = clock.instant();
        UpstreamAccount account = upstream.whatsapp()
                .incoming(
                        received(VERA, id(1), now.minusSeconds(50))
                                .put("senderContactName", "Vera")
                                .encode(),
                        received(GROUP, id(2), now.minusSeconds(40)).encode())
                .outgoing(
                        sent(VERA, id(3), now.minusSeconds(30)).encode(),
                        sent("70000001002@c.us", id(4), now.minusSeconds(90)).encode());

        ValidatableResponse answer = ask(
                account,
                "chats { totalCount freshness { state } nodes { chatId kind title lastMessage { messageId text } } }");

        assertEquals(Set.of(INCOMING, OUTGOING), Set.copyOf(account.takeCalls()));
        succeeded(answer)
                .body("data.account.chats.totalCount", equalTo(3))
                .body("data.account.chats.freshness.state", equalTo("FRESH"))
                .body("data.account.chats.nodes.chatId", contains(VERA, GROUP, "70000001002@c.us"))
                .body("data.account.chats.nodes.kind", contains("PERSONAL", "GROUP", "PERSONAL"))
                .body("data.account.chats.nodes.title", contains("Vera", null, null))
                .body("data.account.chats.nodes.lastMessage.messageId", contains(id(3), id(2), id(4)));
    }

    @Test
    void costsTwoCallsHoweverManyChatsThereAre() {
        String[] rows = java.util.stream.IntStream.range(0, 100)
                .mapToObj(i -> received("7000000%04d@c.us".formatted(i), id(i), clock.instant())
                        .encode())
                .toArray(String[]::new);
        UpstreamAccount account = upstream.whatsapp().incoming(rows);

        ValidatableResponse answer = ask(
                account,
                "chats(first: 100) { nodes { title lastMessage { text } recentMessages(first: 1) { totalCount } } }");

        assertEquals(2, account.takeCalls().size());
        succeeded(answer).body("data.account.chats.nodes.recentMessages.totalCount.sum()", equalTo(100));
    }

    @Test
    void filtersChatsByKindAndPagesThroughThem() {
        Instant now = clock.instant();
        UpstreamAccount account = upstream.whatsapp()
                .incoming(
                        received(VERA, id(1), now.minusSeconds(1)).encode(),
                        received(GROUP, id(2), now.minusSeconds(2)).encode(),
                        received("70000001002@c.us", id(3), now.minusSeconds(3)).encode());

        String cursor = succeeded(
                        ask(account, "chats(kind: PERSONAL, first: 1) { nodes { chatId } pageInfo { endCursor } }"))
                .body("data.account.chats.nodes.chatId", contains(VERA))
                .extract()
                .path("data.account.chats.pageInfo.endCursor");
        ValidatableResponse next = ask(
                account,
                "chats(kind: PERSONAL, first: 1, after: \"%s\") { nodes { chatId } pageInfo { hasNextPage hasPreviousPage } }"
                        .formatted(cursor));

        assertEquals(2, account.takeCalls().size());
        succeeded(next)
                .body("data.account.chats.nodes.chatId", contains("70000001002@c.us"))
                .body("data.account.chats.pageInfo.hasNextPage", equalTo(false))
                .body("data.account.chats.pageInfo.hasPreviousPage", equalTo(true));
    }

    @Test
    void readsOnlyTheJournalOfTheDirectionAskedFor() {
        UpstreamAccount account = upstream.whatsapp()
                .incoming(received(VERA, id(1), clock.instant()).encode());

        ValidatableResponse incoming =
                ask(account, "messages(filter: {direction: INCOMING}) { nodes { messageId direction } }");
        assertEquals(List.of(INCOMING), account.takeCalls());
        succeeded(incoming).body("data.account.messages.nodes.direction", contains("INCOMING"));

        ValidatableResponse outgoing = ask(account, "messages(filter: {direction: OUTGOING}) { totalCount }");
        assertEquals(List.of(OUTGOING), account.takeCalls());
        succeeded(outgoing).body("data.account.messages.totalCount", equalTo(0));
    }

    @Test
    void asksForWindowsOfAFewSizes() {
        UpstreamAccount account = upstream.whatsapp();

        succeeded(ask(account, "messages(minutes: 61, filter: {direction: INCOMING}) { totalCount }"));
        succeeded(ask(account, "messages(minutes: 60, filter: {direction: INCOMING}) { totalCount }"));

        assertEquals(List.of(INCOMING), account.takeCalls());
    }

    @Test
    void doesNotMixTwoAccountsWithTheSameChat() {
        UpstreamAccount one = upstream.whatsapp()
                .incoming(received(VERA, id(1), clock.instant()).encode());
        UpstreamAccount other = upstream.whatsapp()
                .incoming(received(VERA, id(2), clock.instant()).encode());
        String fields = "{ chat(chatId: \"" + VERA + "\") { id lastMessage { id messageId } } }";

        ValidatableResponse answer = ask("{ one: account(name: \"%s\") %s other: account(name: \"%s\") %s }"
                .formatted(one.name(), fields, other.name(), fields));

        assertEquals(Set.of(INCOMING, OUTGOING), Set.copyOf(one.takeCalls()));
        assertEquals(Set.of(INCOMING, OUTGOING), Set.copyOf(other.takeCalls()));
        succeeded(answer)
                .body("data.one.chat.lastMessage.messageId", equalTo(id(1)))
                .body("data.other.chat.lastMessage.messageId", equalTo(id(2)));
        Set<String> ids = Set.of(
                answer.extract().path("data.one.chat.id"), answer.extract().path("data.other.chat.id"));
        assertEquals(2, ids.size(), "global ids differ");
    }

    @Test
    void countsEntriesThatAreTooIncompleteToShow() {
        UpstreamAccount account =
                upstream.whatsapp().incoming("{\"type\":\"incoming\",\"typeMessage\":\"textMessage\"}", "7");

        succeeded(ask(account, "messages(filter: {direction: INCOMING}) { totalCount skippedCount }"))
                .body("data.account.messages.totalCount", equalTo(0))
                .body("data.account.messages.skippedCount", equalTo(2));
    }
}
