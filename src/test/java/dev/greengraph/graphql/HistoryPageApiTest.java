package dev.greengraph.graphql;

import static dev.greengraph.testsupport.gateway.Gateway.ask;
import static dev.greengraph.testsupport.gateway.Gateway.succeeded;
import static dev.greengraph.testsupport.gateway.Rows.id;
import static dev.greengraph.testsupport.gateway.Rows.received;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
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
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A history around a message, and back to newer ones: how a quote or a search hit opens in its context. */
@QuarkusTest
@TestProfile(GatewayProfile.class)
class HistoryPageApiTest {

    private static final String VERA = "70000001001@c.us";
    private static final String NODES = "data.account.chat.history.nodes.messageId";
    private static final String INFO = "data.account.chat.history.pageInfo.";

    FakeUpstream upstream;

    @Inject
    GatewayClock clock;

    @Test
    void opensAroundAMessageAndGoesOnInBothDirections() {
        UpstreamAccount account = upstream.whatsapp().history(Rows.history(VERA, clock.instant(), 30));

        ValidatableResponse middle = page(account, "around: \"%s\", first: 5".formatted(id(10)));

        middle.body(NODES, contains(id(8), id(9), id(10), id(11), id(12)))
                .body(INFO + "hasNextPage", equalTo(true))
                .body(INFO + "hasPreviousPage", equalTo(true));
        assertEquals(List.of(asked(100)), account.takeCalls());
        String start = middle.extract().path(INFO + "startCursor");
        String end = middle.extract().path(INFO + "endCursor");
        page(account, "first: 3, after: \"%s\"".formatted(end)).body(NODES, contains(id(13), id(14), id(15)));
        page(account, "last: 3, before: \"%s\"".formatted(start))
                .body(NODES, contains(id(5), id(6), id(7)))
                .body(INFO + "hasNextPage", equalTo(true))
                .body(INFO + "hasPreviousPage", equalTo(true));
        page(account, "last: 100, before: \"%s\"".formatted(start))
                .body(NODES + ".size()", equalTo(8))
                .body(INFO + "hasPreviousPage", equalTo(false));
        assertEquals(List.of(), account.takeCalls());
    }

    @Test
    void thereIsNothingBeforeTheNewest() {
        UpstreamAccount account = upstream.whatsapp().history(Rows.history(VERA, clock.instant(), 3));
        String start = page(account, "first: 1").extract().path(INFO + "startCursor");

        page(account, "last: 5, before: \"%s\"".formatted(start))
                .body(NODES, empty())
                .body(INFO + "hasPreviousPage", equalTo(false))
                .body(INFO + "startCursor", nullValue());
    }

    @Test
    void showsAllNewerMessagesOfTheNewest() {
        UpstreamAccount account = upstream.whatsapp().history(Rows.history(VERA, clock.instant(), 10));

        page(account, "around: \"%s\", first: 4".formatted(id(0)))
                .body(NODES, contains(id(0), id(1), id(2), id(3)))
                .body(INFO + "hasPreviousPage", equalTo(false));
        page(account, "around: \"%s\", first: 1".formatted(id(9)))
                .body(NODES, contains(id(9)))
                .body(INFO + "hasNextPage", equalTo(false));
    }

    @Test
    void asksDeeperForAMessageThatTheNewestPagesDoNotHold() {
        UpstreamAccount account = upstream.whatsapp().history(Rows.history(VERA, clock.instant(), 600));

        page(account, "around: \"%s\", first: 3".formatted(id(450))).body(NODES, contains(id(449), id(450), id(451)));

        assertEquals(List.of(asked(100), asked(500)), account.takeCalls());
    }

    @Test
    void asksDeeperForNewerMessagesOfACursorThatIsFarBack() {
        UpstreamAccount account = upstream.whatsapp().history(Rows.history(VERA, clock.instant(), 300));
        String start = page(account, "around: \"%s\", first: 3".formatted(id(250)))
                .extract()
                .path(INFO + "startCursor");
        clock.advance(Duration.ofDays(2));
        account.takeCalls();

        page(account, "last: 3, before: \"%s\"".formatted(start)).body(NODES, contains(id(246), id(247), id(248)));

        assertEquals(List.of(asked(100), asked(500)), account.takeCalls());
    }

    @Test
    void goesBackToWhereItWasAlthoughNewMessagesArrive() {
        Instant now = clock.instant();
        UpstreamAccount account = upstream.whatsapp().history(Rows.history(VERA, now, 20));
        String start = page(account, "around: \"%s\", first: 3".formatted(id(1)))
                .extract()
                .path(INFO + "startCursor");
        clock.advance(Duration.ofDays(2));
        account.history(Stream.concat(
                        Stream.of(received(VERA, id(99), now.plusSeconds(9)).encode()),
                        Stream.of(Rows.history(VERA, now, 20)))
                .toArray(String[]::new));

        page(account, "last: 5, before: \"%s\"".formatted(start)).body(NODES, contains(id(99)));
    }

    @Test
    void isEmptyAroundAMessageThatTheHistoryDoesNotHold() {
        UpstreamAccount account = upstream.whatsapp().history(Rows.history(VERA, clock.instant(), 5));

        page(account, "around: \"%s\"".formatted(id(77)))
                .body(NODES, empty())
                .body("data.account.chat.history.totalCount", equalTo(5));

        assertEquals(List.of(asked(100)), account.takeCalls());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    around: "3EB0C431C26A1916E07E"; after: "x"   | after  | after: must be absent beside around
                    around: "3EB0C431C26A1916E07E"; last: 2      | last   | last: must be absent beside around
                    around: "3EB0C431C26A1916E07E"; before: "x"  | before | before: must be absent beside around
                    around: "3EB0C431C26A1916E07E"; filter: {}   | around | around: must be without since, until and filter
                    around: ""                                   | around | around: must be
                    last: 2                                      | before | before: must be given beside last
                    before: "x"                                  | last   | last: must be given beside before
                    last: 2; before: "x"; after: "x"             | after  | after: must be absent beside before
                    last: 2; before: "x"; first: 3               | first  | first: must be absent beside last
                    last: 0; before: "x"                         | last   | last: must be between 1 and 500
                    last: 501; before: "x"                       | last   | last: must be between 1 and 500
                    last: 5; before: "x"                         | before | before: must be a cursor that this list gave out""")
    void namesTheArgumentThatDoesNotFit(String arguments, String argument, String text) {
        UpstreamAccount account = upstream.whatsapp();

        ValidatableResponse answer = ask(account, query(arguments.replace(";", ",")));

        answer.body("errors[0].extensions.code", equalTo("BAD_REQUEST"))
                .body("errors[0].extensions.argument", equalTo(argument))
                .body("errors[0].message", startsWith(text));
        assertEquals(List.of(), account.takeCalls());
    }

    private static ValidatableResponse page(UpstreamAccount account, String arguments) {
        return succeeded(ask(account, query(arguments)));
    }

    private static String query(String arguments) {
        return """
                chat(chatId: "%s") { history(%s) {
                  totalCount nodes { messageId } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }""".formatted(VERA, arguments);
    }

    private static String asked(int count) {
        return "getChatHistory {\"chatId\":\"%s\",\"count\":%d}".formatted(VERA, count);
    }
}
