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
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Search in all chats: over the journals that are asked for, and over what is held anyway. */
@QuarkusTest
@TestProfile(GatewayProfile.class)
class SearchApiTest {

    private static final String VERA = "70000001001@c.us";
    private static final String BORIS = "70000001002@c.us";
    private static final String FOUND = "data.account.search.nodes.messageId";

    FakeUpstream upstream;

    @Inject
    GatewayClock clock;

    @Test
    void findsInBothJournalsNewestFirst() {
        Instant now = clock.instant();
        UpstreamAccount account = upstream.whatsapp()
                .incoming(
                        text(received(VERA, id(1), now.minusSeconds(30)), "Ёлка уже стоит"),
                        text(received(BORIS, id(2), now.minusSeconds(60)), "no tree here"))
                .outgoing(text(sent(BORIS, id(3), now.minusSeconds(10)), "где ЕЛКИ?"));

        ValidatableResponse answer = search(account, "text: \"ёлк\"");

        answer.body(FOUND, contains(id(3), id(1)))
                .body("data.account.search.totalCount", equalTo(2))
                .body("data.account.search.coverage.isComplete", equalTo(true))
                .body(
                        "data.account.search.coverage.from",
                        equalTo(now.minus(Duration.ofDays(1))
                                .truncatedTo(ChronoUnit.SECONDS)
                                .toString()))
                .body("data.account.search.nodes[0].chat.chatId", equalTo(BORIS));
        assertEquals(
                List.of("lastIncomingMessages?minutes=1440", "lastOutgoingMessages?minutes=1440"),
                account.takeCalls().stream().sorted().toList());
        search(account, "text: \"tree\"").body(FOUND, contains(id(2)));
        search(account, "text: \"nothing\"").body(FOUND, empty());
        assertEquals(List.of(), account.takeCalls());
    }

    @Test
    void findsOlderMessagesInWhatIsHeldAnyway() {
        Instant now = clock.instant();
        String old = text(received(VERA, id(1), now.minus(Duration.ofDays(40))), "An old order");
        UpstreamAccount account = upstream.whatsapp()
                .incoming(text(received(VERA, id(2), now.minusSeconds(5)), "A new order"))
                .history(old);
        search(account, "text: \"order\"").body(FOUND, contains(id(2)));
        succeeded(ask(account, "chat(chatId: \"%s\") { history { totalCount } }".formatted(VERA)));
        account.takeCalls();

        ValidatableResponse answer = search(account, "text: \"order\"");

        answer.body(FOUND, contains(id(2), id(1))).body("data.account.search.coverage.isComplete", equalTo(true));
        search(account, "text: \"order\", until: \"%s\", minutes: 60".formatted(now.minusSeconds(60)))
                .body(FOUND, contains(id(1)));
        search(account, "text: \"order\", since: \"%s\"".formatted(now.minus(Duration.ofHours(2))))
                .body(FOUND, contains(id(2)));
        assertEquals(List.of(), account.takeCalls());
    }

    @Test
    void neverFindsWhatAnotherAccountHolds() {
        Instant now = clock.instant();
        UpstreamAccount other = upstream.whatsapp()
                .incoming(text(received(VERA, id(1), now.minusSeconds(5)), "a secret"))
                .history(text(received(VERA, id(1), now.minusSeconds(5)), "a secret"));
        search(other, "text: \"secret\"").body(FOUND, contains(id(1)));
        succeeded(ask(other, "chat(chatId: \"%s\") { history { totalCount } }".formatted(VERA)));

        search(upstream.whatsapp(), "text: \"secret\"").body(FOUND, empty());
    }

    @Test
    void givesPages() {
        Instant now = clock.instant();
        UpstreamAccount account = upstream.whatsapp()
                .incoming(IntStream.range(0, 5)
                        .mapToObj(i -> text(received(VERA, id(i), now.minusSeconds(i + 1)), "order " + i))
                        .toArray(String[]::new));

        ValidatableResponse first = search(account, "text: \"order\", first: 3");
        String cursor = first.body(FOUND, contains(id(0), id(1), id(2)))
                .body("data.account.search.pageInfo.hasNextPage", equalTo(true))
                .extract()
                .path("data.account.search.pageInfo.endCursor");
        search(account, "text: \"order\", first: 3, after: \"%s\"".formatted(cursor))
                .body(FOUND, contains(id(3), id(4)))
                .body("data.account.search.pageInfo.hasNextPage", equalTo(false));
    }

    @Test
    void searchesSoMuchTextAtATimeAndSaysWhereItEnded() {
        Instant now = clock.instant();
        String filler = "x".repeat(15_000);
        UpstreamAccount account = upstream.whatsapp()
                .incoming(IntStream.range(0, 80)
                        .mapToObj(i -> text(received(VERA, id(i), now.minusSeconds(i + 1)), "order " + filler))
                        .toArray(String[]::new));

        search(account, "text: \"order\", first: 1")
                .body("data.account.search.totalCount", equalTo(66))
                .body("data.account.search.coverage.isComplete", equalTo(false))
                .body("data.account.search.coverage.reason", equalTo("SEARCH_LIMIT"))
                .body(
                        "data.account.search.coverage.from",
                        equalTo(now.minusSeconds(66)
                                .truncatedTo(ChronoUnit.SECONDS)
                                .toString()));
        search(account, "text: \"order\", first: 1, until: \"%s\"".formatted(now.minusSeconds(66)))
                .body("data.account.search.totalCount", equalTo(14))
                .body("data.account.search.coverage.reason", nullValue());
    }

    @ParameterizedTest
    @CsvSource({
        "'text: \" \"', text",
        "'text: \"x\", first: 101', first",
        "'text: \"x\", after: \"y\"', after",
        "'text: \"x\", minutes: 0', minutes"
    })
    void namesTheArgumentThatDoesNotFit(String arguments, String argument) {
        UpstreamAccount account = upstream.whatsapp();

        ask(account, query(arguments))
                .body("errors[0].extensions.code", equalTo("BAD_REQUEST"))
                .body("errors[0].extensions.argument", equalTo(argument));

        assertEquals(List.of(), account.takeCalls());
    }

    private static ValidatableResponse search(UpstreamAccount account, String arguments) {
        return succeeded(ask(account, query(arguments)));
    }

    private static String query(String arguments) {
        return """
                search(%s) { totalCount coverage { from to isComplete reason } pageInfo { hasNextPage endCursor }
                  nodes { messageId chat { chatId } } }""".formatted(arguments);
    }

    private static String text(JsonObject row, String text) {
        return row.put("textMessage", text).encode();
    }
}
