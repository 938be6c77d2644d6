package dev.greengraph.graphql;

import static dev.greengraph.testsupport.gateway.Gateway.ask;
import static dev.greengraph.testsupport.gateway.Gateway.succeeded;
import static dev.greengraph.testsupport.gateway.Rows.id;
import static dev.greengraph.testsupport.gateway.Rows.received;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.greengraph.graphql.paging.Cursor;
import dev.greengraph.testsupport.gateway.FakeUpstream;
import dev.greengraph.testsupport.gateway.GatewayClock;
import dev.greengraph.testsupport.gateway.GatewayProfile;
import dev.greengraph.testsupport.gateway.Reply;
import dev.greengraph.testsupport.gateway.Rows;
import dev.greengraph.testsupport.gateway.UpstreamAccount;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Pages of a history: the upstream has no cursor, so that a deeper page may need a larger question. */
@QuarkusTest
@TestProfile(GatewayProfile.class)
class PagingApiTest {

    FakeUpstream upstream;

    @Inject
    GatewayClock clock;

    private static final String VERA = "70000001001@c.us";

    @Test
    void servesTheNextPageFromTheWindowAtHand() {
        UpstreamAccount account = upstream.whatsapp().history(Rows.history(VERA, clock.instant(), 30));
        String cursor = page(account, 10, null).extract().path("data.account.chat.history.pageInfo.endCursor");
        assertEquals(List.of(asked(100)), account.takeCalls());

        ValidatableResponse next = page(account, 20, cursor);

        assertEquals(List.of(), account.takeCalls());
        next.body("data.account.chat.history.nodes[0].messageId", equalTo(id(10)))
                .body("data.account.chat.history.nodes.size()", equalTo(20))
                .body("data.account.chat.history.totalCount", equalTo(30))
                .body("data.account.chat.history.pageInfo.hasNextPage", equalTo(false))
                .body("data.account.chat.history.pageInfo.hasPreviousPage", equalTo(true));
    }

    @Test
    void asksDeeperForAPageBeyondTheWindowAndStopsAtTheEnd() {
        UpstreamAccount account = upstream.whatsapp().history(Rows.history(VERA, clock.instant(), 150));
        String end = page(account, 99, null)
                .body("data.account.chat.history.pageInfo.hasNextPage", equalTo(true))
                .extract()
                .path("data.account.chat.history.pageInfo.endCursor");
        assertEquals(List.of(asked(100)), account.takeCalls());
        clock.advance(Duration.ofSeconds(2));

        ValidatableResponse last = page(account, 51, end);

        assertEquals(List.of(asked(500)), account.takeCalls());
        last.body("data.account.chat.history.nodes.size()", equalTo(51))
                .body("data.account.chat.history.nodes[0].messageId", equalTo(id(99)))
                .body("data.account.chat.history.nodes[50].messageId", equalTo(id(149)))
                .body("data.account.chat.history.pageInfo.hasNextPage", equalTo(false));
        String beyond = last.extract().path("data.account.chat.history.pageInfo.endCursor");
        page(account, 51, beyond)
                .body("data.account.chat.history.nodes.size()", equalTo(0))
                .body("data.account.chat.history.pageInfo.hasNextPage", equalTo(false))
                .body("data.account.chat.history.pageInfo.endCursor", nullValue());
        assertEquals(List.of(), account.takeCalls());
    }

    @Test
    void asksForALongPageAtOnce() {
        UpstreamAccount account = upstream.whatsapp().history(Rows.history(VERA, clock.instant(), 150));

        ValidatableResponse answer = page(account, 500, null);

        assertEquals(List.of(asked(1_000)), account.takeCalls());
        answer.body("data.account.chat.history.nodes.size()", equalTo(150))
                .body("data.account.chat.history.pageInfo.hasNextPage", equalTo(false));
    }

    @Test
    void goesOnWhereItWasAlthoughNewMessagesArrive() {
        Instant now = clock.instant();
        UpstreamAccount account = upstream.whatsapp().history(Rows.history(VERA, now, 20));
        String cursor = page(account, 5, null).extract().path("data.account.chat.history.pageInfo.endCursor");
        clock.advance(Duration.ofDays(2));
        account.history(Stream.concat(
                        Stream.of(received(VERA, id(99), now.plusSeconds(9)).encode()),
                        Stream.of(Rows.history(VERA, now, 20)))
                .toArray(String[]::new));

        page(account, 5, cursor).body("data.account.chat.history.nodes[0].messageId", equalTo(id(5)));
    }

    @Test
    void holdsEveryMessageOnceOverAllPages() {
        UpstreamAccount account = upstream.whatsapp().history(Rows.history(VERA, clock.instant(), 60));
        List<String> seen = new ArrayList<>();
        String cursor = null;
        do {
            ValidatableResponse page = page(account, 7, cursor);
            seen.addAll(page.extract().<List<String>>path("data.account.chat.history.nodes.messageId"));
            boolean more = page.extract().path("data.account.chat.history.pageInfo.hasNextPage");
            cursor = more ? page.extract().path("data.account.chat.history.pageInfo.endCursor") : null;
        } while (cursor != null);

        assertEquals(IntStream.range(0, 60).mapToObj(Rows::id).toList(), seen);
        assertEquals(List.of(asked(100)), account.takeCalls());
    }

    @Test
    void losesNothingOfASecondThatTheEndOfAWindowCuts() {
        Instant now = clock.instant();
        // Given: eight messages of one second across row 100, the upstream's order being the other way round
        UpstreamAccount account = upstream.whatsapp()
                .history(IntStream.range(0, 150)
                        .mapToObj(i -> i >= 96 && i < 104
                                ? received(VERA, id(900 - i), now.minusSeconds(96))
                                        .encode()
                                : received(VERA, id(i), now.minusSeconds(i)).encode())
                        .toArray(String[]::new));

        assertEquals(150, Set.copyOf(everyPage(account, 50)).size());
    }

    @Test
    void endsWithAPageThatIsJustFull() {
        UpstreamAccount account = upstream.whatsapp().history(Rows.history(VERA, clock.instant(), 100));

        assertEquals(100, everyPage(account, 50).size());

        assertEquals(List.of(asked(100), asked(500)), account.takeCalls());
    }

    @Test
    void goesOnThoughTheUpstreamAnswersMoreThanWasAsked() {
        UpstreamAccount account =
                upstream.whatsapp().on("getChatHistory", Reply.rows(Rows.history(VERA, clock.instant(), 250)));

        assertEquals(250, Set.copyOf(everyPage(account, 50)).size());
    }

    /** A deep window may be served stale for a day; it knows nothing of what came since. */
    @Test
    void losesNothingBetweenAnOldDeepWindowAndANewShallowOne() {
        Instant before = clock.instant();
        UpstreamAccount account = upstream.whatsapp().history(Rows.history(VERA, before, 200));
        page(account, 200, null);
        clock.advance(Duration.ofHours(1));
        // Given: 95 messages more, so that the shallow window and the deep one still meet
        Instant now = clock.instant();
        List<String> ids =
                new ArrayList<>(IntStream.range(1_000, 1_095).mapToObj(Rows::id).toList());
        ids.addAll(IntStream.range(0, 200).mapToObj(Rows::id).toList());
        account.history(Stream.concat(
                        IntStream.range(0, 95)
                                .mapToObj(i -> received(VERA, id(1_000 + i), now.minusSeconds(i))
                                        .encode()),
                        Stream.of(Rows.history(VERA, before, 200)))
                .toArray(String[]::new));
        List<String> first = page(account, 60, null).extract().path("data.account.chat.history.nodes.messageId");
        clock.advance(Duration.ofSeconds(2));

        assertEquals(ids, everyPage(account, 60));

        assertEquals(60, first.size());
    }

    @Test
    void asksNothingForACursorThatSomebodyMadeUp() {
        UpstreamAccount account = upstream.whatsapp().history(Rows.history(VERA, clock.instant(), 3));
        String id = page(account, 1, null).extract().path("data.account.chat.history.pageInfo.endCursor");
        account.takeCalls();
        String[] fields = new String(Base64.getUrlDecoder().decode(id), StandardCharsets.UTF_8).split("\u001f");

        ValidatableResponse page = page(account, 2, new Cursor(fields[1], Long.MAX_VALUE, "x").encode());

        page.body("data.account.chat.history.nodes.messageId", contains(id(0), id(1)));
        assertEquals(List.of(), account.takeCalls());
    }

    private List<String> everyPage(UpstreamAccount account, int first) {
        List<String> ids = new ArrayList<>();
        String cursor = null;
        boolean more = true;
        while (more) {
            ValidatableResponse answer = page(account, first, cursor);
            List<String> page = answer.extract().path("data.account.chat.history.nodes.messageId");
            assertFalse(page.isEmpty(), "an empty page after " + ids.size());
            ids.addAll(page);
            cursor = answer.extract().path("data.account.chat.history.pageInfo.endCursor");
            more = answer.extract().path("data.account.chat.history.pageInfo.hasNextPage");
            clock.advance(Duration.ofSeconds(2));
        }
        return ids;
    }

    @Test
    void givesEachEdgeACursor() {
        UpstreamAccount account = upstream.whatsapp().history(Rows.history(VERA, clock.instant(), 3));

        ValidatableResponse answer = succeeded(
                ask(
                        account,
                        "chat(chatId: \"" + VERA
                                + "\") { history { edges { cursor node { messageId } } pageInfo { startCursor endCursor } } }"));

        List<String> cursors = answer.extract().path("data.account.chat.history.edges.cursor");
        assertEquals(3, Set.copyOf(cursors).size());
        answer.body("data.account.chat.history.edges.node.messageId", contains(id(0), id(1), id(2)))
                .body("data.account.chat.history.pageInfo.startCursor", equalTo(cursors.get(0)))
                .body("data.account.chat.history.pageInfo.endCursor", equalTo(cursors.get(2)));
    }

    private static ValidatableResponse page(UpstreamAccount account, int first, String after) {
        String cursor = after == null ? "" : ", after: \"" + after + "\"";
        return succeeded(ask(
                account,
                "chat(chatId: \"%s\") { history(first: %d%s) { totalCount nodes { messageId } pageInfo { hasNextPage hasPreviousPage endCursor } } }"
                        .formatted(VERA, first, cursor)));
    }

    private static String asked(int count) {
        return "getChatHistory {\"chatId\":\"%s\",\"count\":%d}".formatted(VERA, count);
    }
}
