package dev.greengraph.cache.notified;

import static dev.greengraph.cache.window.WindowFixture.CHAT;
import static dev.greengraph.cache.window.WindowFixture.delivered;
import static dev.greengraph.cache.window.WindowFixture.ids;
import static dev.greengraph.cache.window.WindowFixture.row;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.greengraph.account.AccountId;
import dev.greengraph.cache.freshness.FreshnessRule;
import dev.greengraph.cache.notified.NotifiedJournals.Trust;
import dev.greengraph.cache.window.Window;
import dev.greengraph.testsupport.ManualClock;
import dev.greengraph.upstream.row.MessageRow;
import dev.greengraph.upstream.row.Rows;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class NotifiedJournalTest {

    private static final FreshnessRule USUAL = new FreshnessRule(Duration.ofSeconds(5), Duration.ofHours(1));
    private static final FreshnessRule LONGER = new FreshnessRule(Duration.ofSeconds(60), Duration.ofHours(1));

    private final ManualClock clock = new ManualClock();
    private final NotifiedJournals journals =
            new NotifiedJournals(clock, new Trust(Duration.ofSeconds(60), Duration.ofMinutes(5)));
    private final NotifiedJournal incoming = journals.of(new AccountId("main"), false);
    private final NotifiedJournal outgoing = journals.of(new AccountId("main"), true);

    @Test
    void showsWhatTheJournalDoesNotShowYet() {
        incoming.message(row("B", now()));

        assertEquals(
                List.of("B", "A"),
                ids(incoming.answered(journal(row("A", now().minusSeconds(60)))).rows()));
        assertEquals(List.of(), ids(outgoing.answered(journal()).rows()));

        clock.advance(Duration.ofMinutes(6));
        assertEquals(List.of(), ids(incoming.answered(journal()).rows()));
    }

    @Test
    void aMessageThatIsInBothIsShownOnceAsTheJournalHasIt() {
        MessageRow inTheJournal = row("A", now());
        incoming.message(row("A", now()));

        assertEquals(
                List.of(inTheJournal), incoming.answered(journal(inTheJournal)).rows());
    }

    @Test
    void aDeliveryMayComeBeforeItsMessage() {
        outgoing.delivery(CHAT, "A", "read", now().getEpochSecond() + 2);
        assertEquals(List.of(), ids(outgoing.with(journal()).rows()));

        outgoing.message(delivered("A", now(), "sent"));

        assertEquals("read", outgoing.with(journal()).rows().get(0).statusMessage());
        assertEquals(
                "read",
                outgoing.with(journal(delivered("A", now(), "sent")))
                        .rows()
                        .get(0)
                        .statusMessage());
    }

    @Test
    void anEarlierDeliveryTakesNothingBack() {
        outgoing.delivery(CHAT, "A", "read", now().getEpochSecond() + 2);
        outgoing.delivery(CHAT, "A", "delivered", now().getEpochSecond() + 1);
        outgoing.delivery(CHAT, "B", "sent", now().getEpochSecond());

        Window shown = outgoing.with(
                journal(delivered("A", now(), "sent"), delivered("B", now().plusSeconds(3), "delivered")));

        assertEquals("read", shown.find(CHAT, "A").orElseThrow().statusMessage());
        assertEquals("delivered", shown.find(CHAT, "B").orElseThrow().statusMessage());
    }

    @Test
    void isFreshForLongerWhileNotificationsCome() {
        assertEquals(USUAL, incoming.rule(USUAL));

        incoming.message(row("A", now()));
        assertEquals(LONGER, incoming.rule(USUAL));
        assertEquals(USUAL, outgoing.rule(USUAL));

        clock.advance(Duration.ofMinutes(5).plusMillis(1));
        assertEquals(USUAL, incoming.rule(USUAL));
    }

    @Test
    void isReadAsOftenAsEverWhenAnAnswerHoldsWhatNobodyTold() {
        incoming.message(row("A", now()));
        Instant untold = now().plusSeconds(30);
        clock.advance(Duration.ofSeconds(45));

        incoming.answered(journal(row("A", now().minusSeconds(45)), row("B", untold)));
        assertEquals(USUAL, incoming.rule(USUAL));

        incoming.message(row("C", now()));
        assertEquals(LONGER, incoming.rule(USUAL), "from now on they come again");
    }

    @Test
    void whatWasThereBeforeTheFirstNotificationIsNoGap() {
        incoming.message(row("B", now()));
        clock.advance(Duration.ofSeconds(45));

        incoming.answered(journal(row("A", now().minusSeconds(300)), row("B", now().minusSeconds(45))));

        assertEquals(LONGER, incoming.rule(USUAL));
    }

    @Test
    void remembersSoManyAndNoMore() {
        for (int i = 0; i < 2_500; i++) {
            incoming.message(row("M" + i, now()));
        }

        assertEquals(2_000, incoming.with(journal()).rows().size());
        assertEquals(LONGER, incoming.rule(USUAL));
    }

    private Instant now() {
        return clock.instant();
    }

    private static Window journal(MessageRow... rows) {
        return Window.ofJournal(new Rows(List.of(rows), 0, 1_000), 10_000);
    }
}
