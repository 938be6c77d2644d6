package dev.greengraph.cache.window;

import static dev.greengraph.cache.window.WindowFixture.delivered;
import static dev.greengraph.cache.window.WindowFixture.ids;
import static dev.greengraph.cache.window.WindowFixture.row;
import static dev.greengraph.cache.window.WindowFixture.rows;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.greengraph.account.AccountId;
import dev.greengraph.upstream.Moments;
import dev.greengraph.upstream.row.MessageRow;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SendTimesTest {

    private static final AccountId MINE = new AccountId("mine");
    private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");
    private static final long SECOND = NOON.getEpochSecond();

    private final SendTimes times = new SendTimes();

    @Test
    void aReceiptMovesNoMessage() {
        times.settled(MINE, rows(delivered("a", NOON, "sent"), delivered("b", NOON.plusSeconds(5), "sent")));

        Window later = Window.of(times.settled(
                MINE, rows(delivered("a", NOON.plusSeconds(60), "read"), delivered("b", NOON.plusSeconds(5), "sent"))));

        assertEquals(List.of("b", "a"), ids(later));
        assertEquals(new Moments(SECOND, SECOND + 60), later.rows().get(1).known());
    }

    @Test
    void aHistoryCorrectsWhatAJournalFirstShowed() {
        MessageRow journal = delivered("a", NOON.plusSeconds(60), "read");
        assertEquals(new Moments(SECOND + 60, SECOND + 60), moments(journal));

        moments(row("a", NOON));

        assertEquals(new Moments(SECOND, SECOND + 60), moments(journal));
    }

    @Test
    void aHistoryHasTheMomentOfTheChangeOnlyWhileTheStatusIsTheSame() {
        moments(delivered("a", NOON.plusSeconds(9), "delivered"));

        assertEquals(new Moments(SECOND, SECOND + 9), moments(history("delivered")));
        assertEquals(new Moments(SECOND, null), moments(history("read")));
    }

    @Test
    void anOlderJournalTakesNothingBack() {
        moments(delivered("a", NOON.plusSeconds(9), "read"));

        assertEquals(new Moments(SECOND, SECOND), moments(delivered("a", NOON, "sent")));
        assertEquals(new Moments(SECOND, SECOND + 9), moments(delivered("a", NOON.plusSeconds(9), "read")));
    }

    @Test
    void accountsAndChatsAreApart() {
        moments(row("a", NOON));
        MessageRow sameId = row("a", NOON.plusSeconds(5));

        assertEquals(
                SECOND + 5,
                times.settled(new AccountId("other"), sameId).known().sentAt());
        assertEquals(
                SECOND + 5,
                moments(row("a", WindowFixture.OTHER_CHAT, NOON.plusSeconds(5))).sentAt());
    }

    private static MessageRow history(String status) {
        return row("a", WindowFixture.CHAT, SECOND, status, false, false);
    }

    private Moments moments(MessageRow row) {
        return times.settled(MINE, row).known();
    }
}
