package dev.greengraph.live;

import static dev.greengraph.cache.window.WindowFixture.CHAT;
import static dev.greengraph.cache.window.WindowFixture.OTHER_CHAT;
import static dev.greengraph.cache.window.WindowFixture.delivered;
import static dev.greengraph.cache.window.WindowFixture.ids;
import static dev.greengraph.cache.window.WindowFixture.row;
import static dev.greengraph.cache.window.WindowFixture.rows;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.greengraph.cache.notified.NotifiedJournals.Trust;
import dev.greengraph.cache.window.Window;
import dev.greengraph.upstream.ChatId;
import dev.greengraph.upstream.row.MessageRow;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The history of a chat is read less often than the journals, and shows what those told. */
class ToldInHistoriesTest {

    private WatchedAccount account = new WatchedAccount(Trust.NONE, 100);
    private final Instant begin = account.clock.instant();

    @BeforeEach
    void subscribe() {
        Multi.createFrom()
                .publisher(account.feed.changes(null, every -> true))
                .subscribe()
                .withSubscriber(AssertSubscriber.create(Long.MAX_VALUE));
    }

    @Test
    void aMessage() {
        account.history = rows(row("A", begin));
        assertEquals(List.of("A"), ids(history()));

        tell(row("B", CHAT, begin.plusSeconds(1)), row("C", OTHER_CHAT, begin.plusSeconds(2)));

        assertEquals(List.of("B", "A"), ids(held()));
    }

    @Test
    void aReceipt() {
        account.outgoing = rows(delivered("A", begin, "sent"));
        account.history = rows(delivered("A", begin, "sent"));
        account.clock.advance(WatchedAccount.NO_LONGER_FRESH);
        history();

        tell(delivered("A", begin.plusSeconds(1), "read"));

        assertEquals("read", held().rows().get(0).statusMessage());
    }

    @Test
    void nothingOlderThanWhatIsHeldOfALongOne() {
        account.history = rows(IntStream.range(0, 100)
                .mapToObj(number -> row("A" + number, begin.minusSeconds(number)))
                .toArray(MessageRow[]::new));
        history();

        tell(row("old", begin.minusSeconds(100)), row("late", begin.minusSeconds(98)));

        List<String> shown = ids(held());
        assertEquals(101, shown.size());
        assertEquals(Set.of("A98", "late"), Set.copyOf(shown.subList(98, 100)));
    }

    @Test
    void nothingOnceNobodyHasAskedForTheChatForFiveMinutes() {
        account.history = rows(row("A", begin));
        history();
        account.clock.advance(Duration.ofMinutes(5));

        tell(row("B", begin.plusSeconds(300)));

        assertEquals(List.of("A"), ids(held()));
    }

    @Test
    void aMessageAsLongAsTheHistoryIsFresh() {
        account = new WatchedAccount(Duration.ofMinutes(10));
        subscribe();
        account.history = rows(row("A", begin));
        history();
        account.clock.advance(Duration.ofMinutes(6));

        tell(row("B", begin.plusSeconds(360)));

        assertEquals(List.of("B", "A"), ids(held()));
    }

    @Test
    void whatANotificationTold() {
        account.history = rows(row("A", begin));
        history();

        account.notified.of(WatchedAccount.ID, true).message(row("B", begin.plusSeconds(1)));
        account.repository.showNotified();
        account.feed.lookNow();

        assertEquals(List.of("B", "A"), ids(held()));
    }

    private void tell(MessageRow... outgoing) {
        account.outgoing = rows(outgoing);
        account.clock.advance(WatchedAccount.NO_LONGER_FRESH);
    }

    private Window history() {
        return account.repository
                .history(new ChatId(CHAT), 10)
                .uni()
                .await()
                .indefinitely()
                .value();
    }

    private Window held() {
        return account.repository.heldHistories(new ChatId(CHAT)).get(0);
    }
}
