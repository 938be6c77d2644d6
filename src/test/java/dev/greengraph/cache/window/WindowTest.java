package dev.greengraph.cache.window;

import static dev.greengraph.cache.window.WindowFixture.CHAT;
import static dev.greengraph.cache.window.WindowFixture.OTHER_CHAT;
import static dev.greengraph.cache.window.WindowFixture.delivered;
import static dev.greengraph.cache.window.WindowFixture.ids;
import static dev.greengraph.cache.window.WindowFixture.row;
import static dev.greengraph.cache.window.WindowFixture.window;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.greengraph.upstream.row.MessageRow;
import dev.greengraph.upstream.row.Rows;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WindowTest {

    private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");

    @Test
    void isNewestFirstWhateverTheOrderOfTheAnswer() {
        Window window = window(row("b", NOON.plusSeconds(1)), row("a", NOON), row("c", NOON.plusSeconds(2)));

        assertEquals(List.of("c", "b", "a"), ids(window));
    }

    @Test
    void theOrderWithinASecondDoesNotDependOnTheAnswer() {
        Window one = window(row("a", NOON), row("b", NOON));
        Window other = window(row("b", NOON), row("a", NOON));

        assertEquals(ids(one), ids(other));
    }

    @Test
    void ofTwoRowsOfAMessageTheLaterWins() {
        MessageRow sent = delivered("a", NOON, "sent");
        MessageRow read = delivered("a", NOON.plusSeconds(9), "read");

        assertEquals(List.of(sentAt(NOON, read)), window(sent, read).rows());
        assertEquals(List.of(sentAt(NOON, read)), window(read, sent).rows());
    }

    private static MessageRow sentAt(Instant moment, MessageRow row) {
        return row.at(row.known().notSentAfter(moment.getEpochSecond()));
    }

    @Test
    void atTheSameTimeTheFurtherDeliveryWins() {
        List<String> states = List.of("pending", "sent", "delivered", "read", "somethingNew");
        for (int i = 1; i < states.size(); i++) {
            MessageRow before = delivered("a", NOON, states.get(i - 1));
            MessageRow after = delivered("a", NOON, states.get(i));

            assertEquals(List.of(after), window(before, after).rows());
            assertEquals(List.of(after), window(after, before).rows());
        }
    }

    @Test
    void atTheSameTimeTheChangedRowWins() {
        MessageRow plain = row("a", NOON);
        MessageRow edited = row("a", CHAT, NOON.getEpochSecond(), null, true, false);
        MessageRow deleted = row("a", CHAT, NOON.getEpochSecond(), null, true, true);

        assertEquals(List.of(deleted), window(deleted, plain, edited).rows());
        assertEquals(List.of(edited), window(edited, plain).rows());
    }

    @Test
    void rowsWithoutIdAreKeptUnlessTheyAreTheSame() {
        MessageRow noId = row(null, NOON);

        assertEquals(
                2, window(noId, noId, row(null, NOON.plusSeconds(1))).rows().size());
    }

    @Test
    void countsWhatIsTooIncompleteToShow() {
        MessageRow noTime = row("a", CHAT, null, null, false, false);
        MessageRow noChat = row("b", null, 1L, null, false, false);

        Window window = Window.of(new Rows(List.of(noTime, noChat, row("c", NOON)), 4, 700));

        assertEquals(List.of("c"), ids(window));
        assertEquals(6, window.skipped());
        assertEquals(7, window.entries());
    }

    @Test
    void aDuplicateIsAnEntryButNotSkipped() {
        Window window = window(row("a", NOON), row("a", NOON));

        assertEquals(0, window.skipped());
        assertEquals(2, window.entries());
    }

    @Test
    void isTakenToNeedTwiceItsJson() {
        assertEquals(1_400, Window.of(new Rows(List.of(), 0, 700)).bytes());
    }

    @Test
    void sinceKeepsWhatIsNotOlder() {
        Window window = window(row("before", NOON.minusSeconds(1)), row("at", NOON), row("after", NOON.plusSeconds(1)));

        assertEquals(List.of("after", "at"), ids(window.since(NOON)));
        assertEquals(Optional.empty(), window.since(NOON).find(CHAT, "before"));
    }

    @Test
    void sinceCountsInWholeSecondsAsTheUpstreamDoes() {
        Window window = window(row("at", NOON));

        assertEquals(List.of("at"), ids(window.since(NOON.plusMillis(999))));
        assertEquals(List.of(), ids(window.since(NOON.plusMillis(1_000))));
    }

    @Test
    void aCutCanBeCutFurtherButNotBack() {
        Window window = window(row("a", NOON), row("b", NOON.plusSeconds(1)), row("c", NOON.plusSeconds(2)));
        Window cut = window.since(NOON.plusSeconds(1));

        assertEquals(List.of("c", "b"), ids(cut.since(NOON)));
        assertEquals(List.of("c"), ids(cut.since(NOON.plusSeconds(2))));
        assertEquals(List.of("c", "b", "a"), ids(window));
    }

    /** A query may ask for as many cuts as it has chats. */
    @Test
    void aCutIndexesNothingAnew() {
        Window window = window(row("a", NOON), row("b", NOON.plusSeconds(1)));
        MessageRow newest = window.rows().get(0);

        Window cut = window.since(NOON.plusSeconds(1));

        assertSame(newest, cut.find(CHAT, "b").orElseThrow());
        assertSame(newest, cut.ofChat(CHAT).get(0));
    }

    @Test
    void sinceIsTheSameWindowIfNothingIsOlder() {
        Window window = window(row("a", NOON));

        assertSame(window, window.since(NOON));
    }

    @Test
    void mergeHasEachMessageOnceInItsLaterState() {
        MessageRow sent = delivered("a", NOON, "sent");
        MessageRow read = delivered("a", NOON.plusSeconds(9), "read");
        MessageRow other = row("b", NOON.plusSeconds(5));

        assertEquals(
                List.of(other, sentAt(NOON, read)),
                window(sent, other).merge(window(read)).rows());
        assertEquals(
                List.of(other, sentAt(NOON, read)),
                window(read).merge(window(other, sent)).rows());
    }

    @Test
    void mergeAddsTheCounts() {
        Window one = Window.of(new Rows(List.of(row("a", NOON)), 1, 100));
        Window other = Window.of(new Rows(List.of(row("b", NOON)), 2, 200));

        Window both = one.merge(other);

        assertEquals(3, both.skipped());
        assertEquals(5, both.entries());
        assertEquals(600, both.bytes());
    }

    @Test
    void chatsComeByTheirLatestActivityEachNewestFirst() {
        Window window = window(
                row("1", CHAT, NOON), row("2", OTHER_CHAT, NOON.plusSeconds(1)), row("3", CHAT, NOON.plusSeconds(2)));

        assertEquals(List.of(CHAT, OTHER_CHAT), List.copyOf(window.byChat().keySet()));
        assertEquals(List.of("3", "1"), ids(window.byChat().get(CHAT)));
        assertEquals(List.of("2"), ids(window.ofChat(OTHER_CHAT)));
        assertEquals(List.of(), window.ofChat("nobody"));
    }

    @Test
    void findsAMessageInItsChatOnly() {
        MessageRow message = row("a", NOON);
        Window window = window(message, row(null, NOON));

        assertEquals(Optional.of(message), window.find(CHAT, "a"));
        assertEquals(Optional.empty(), window.find(OTHER_CHAT, "a"));
        assertEquals(Optional.empty(), window.find(CHAT, "b"));
    }
}
