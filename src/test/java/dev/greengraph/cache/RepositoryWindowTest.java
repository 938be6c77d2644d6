package dev.greengraph.cache;

import static dev.greengraph.cache.RepositoryFixture.CHAT;
import static dev.greengraph.cache.RepositoryFixture.CONFIG;
import static dev.greengraph.cache.RepositoryFixture.JUST;
import static dev.greengraph.cache.RepositoryFixture.caller;
import static dev.greengraph.cache.window.WindowFixture.ids;
import static dev.greengraph.cache.window.WindowFixture.row;
import static dev.greengraph.cache.window.WindowFixture.rows;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.greengraph.cache.freshness.AnswerAge;
import dev.greengraph.cache.freshness.StaleCause;
import dev.greengraph.cache.window.Window;
import dev.greengraph.testsupport.ManualClock;
import dev.greengraph.upstream.endpoint.EndpointTable;
import dev.greengraph.upstream.failure.Failures;
import dev.greengraph.upstream.row.MessageRow;
import dev.greengraph.upstream.row.Rows;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Which window answers, and which one the upstream is asked for. */
class RepositoryWindowTest {

    private static final Instant NOW = ManualClock.START;

    private final RepositoryFixture at = new RepositoryFixture();

    @Test
    void roundsMinutesUpToAFewSizes() {
        assertRounded(List.of(1, 59, 60), 60);
        assertRounded(List.of(61, 1_439, 1_440), 1_440);
        assertRounded(List.of(1_441, 10_079, 10_080), 10_080);
        assertRounded(List.of(10_081, 43_199, 43_200), 43_200);
    }

    private static void assertRounded(List<Integer> asked, int size) {
        for (int minutes : asked) {
            RepositoryFixture at = new RepositoryFixture();
            caller(at.repository.incoming(minutes));
            caller(at.repository.outgoing(minutes));
            caller(at.repository.statuses(minutes));
            assertEquals(
                    List.of("incoming mine " + size, "outgoing mine " + size, "statuses mine " + size),
                    at.upstream.made());
        }
    }

    @Test
    void roundsCountsUpToAFewSizes() {
        int[][] roundings = {
            {1, 100}, {100, 100}, {101, 500}, {500, 500}, {501, 1_000}, {1_000, 1_000}, {1_001, 5_000}, {5_000, 5_000}
        };
        for (int[] rounding : roundings) {
            RepositoryFixture at = new RepositoryFixture();
            caller(at.repository.history(CHAT, rounding[0]));
            assertEquals(List.of("history mine " + rounding[1]), at.upstream.made());
        }
    }

    @Test
    void cutsTheWindowBackToTheMinutesAskedFor() {
        UniAssertSubscriber<Reading<Window>> caller = caller(at.repository.incoming(10));

        at.upstream.answer(aged(9, 10, 11));

        assertEquals(List.of("9", "10"), ids(caller.getItem().value()));
    }

    @Test
    void countsTheMinutesBackFromTheAnswer() {
        caller(at.repository.incoming(10));
        at.upstream.answer(aged(9, 10, 11));
        at.clock.advance(CONFIG.messages().freshFor());

        UniAssertSubscriber<Reading<Window>> caller = caller(at.repository.incoming(10));

        assertEquals(List.of("9", "10"), ids(caller.getItem().value()));
    }

    @Test
    void aFreshLargerWindowAnswersASmallerOne() {
        caller(at.repository.incoming(10_080));
        at.upstream.answer(aged(30, 90, 5_000));
        at.clock.advance(CONFIG.messages().freshFor());

        UniAssertSubscriber<Reading<Window>> caller = caller(at.repository.incoming(60));

        assertEquals(List.of("30"), ids(caller.getItem().value()));
        assertTrue(caller.getItem().freshness().isFresh());
        assertEquals(List.of("incoming mine 10080"), at.upstream.made());
    }

    @Test
    void aFreshSmallerWindowDoesNotAnswerALargerOne() {
        caller(at.repository.incoming(60));
        at.upstream.answer(aged(30));

        caller(at.repository.incoming(61)).assertNotTerminated();

        at.clock.advance(RepositoryFixture.SPACING);
        assertEquals(List.of("incoming mine 60", "incoming mine 1440"), at.upstream.made());
    }

    @Test
    void aLargerWindowOnItsWayAnswersASmallerOne() {
        caller(at.repository.incoming(10_080));

        UniAssertSubscriber<Reading<Window>> caller = caller(at.repository.incoming(60));
        at.upstream.answer(aged(30, 90));

        assertEquals(List.of("30"), ids(caller.getItem().value()));
        assertEquals(List.of("incoming mine 10080"), at.upstream.made());
    }

    @Test
    void aSmallerWindowOnItsWayDoesNotAnswerALargerOne() {
        caller(at.repository.history(CHAT, 100));

        UniAssertSubscriber<Reading<Window>> larger = caller(at.repository.history(CHAT, 500));
        at.upstream.answer(rows());

        larger.assertNotTerminated();
    }

    @Test
    void aStaleLargerWindowIsServedAndTheSizeAskedForIsRefreshed() {
        caller(at.repository.incoming(1_440));
        at.upstream.answer(aged(30, 90));
        at.clock.advance(CONFIG.messages().freshFor().plus(JUST));

        UniAssertSubscriber<Reading<Window>> caller = caller(at.repository.incoming(60));

        assertEquals(List.of("30"), ids(caller.getItem().value()));
        assertEquals(
                new AnswerAge(NOW, StaleCause.REVALIDATING), caller.getItem().freshness());
        assertEquals(List.of("incoming mine 1440", "incoming mine 60"), at.upstream.made());
    }

    @Test
    void aStaleLargerWindowWhoseRefreshIsUnderWayIsNotRefreshedAgain() {
        caller(at.repository.incoming(1_440));
        at.upstream.answer(aged(30, 90));
        at.clock.advance(RepositoryFixture.SPACING.plus(CONFIG.messages().freshFor()));
        caller(at.repository.incoming(1_440));
        at.clock.advance(RepositoryFixture.SPACING);

        caller(at.repository.incoming(60)).assertCompleted();

        assertEquals(List.of("incoming mine 1440", "incoming mine 1440"), at.upstream.made());
    }

    @Test
    void aFreshLargerWindowIsBetterThanAStaleOneOfTheSize() {
        caller(at.repository.incoming(60));
        at.upstream.answer(aged(30));
        at.clock.advance(CONFIG.messages().freshFor().plus(JUST));
        caller(at.repository.incoming(1_440));
        at.upstream.answer(aged(20, 30));

        UniAssertSubscriber<Reading<Window>> caller = caller(at.repository.incoming(60));

        assertEquals(List.of("20", "30"), ids(caller.getItem().value()));
        assertEquals(2, at.upstream.made().size());
    }

    @Test
    void anExpiredWindowAnswersNobody() {
        caller(at.repository.incoming(60));
        at.upstream.answer(aged(30));
        at.clock.advance(CONFIG.messages().staleFor().plus(JUST));

        caller(at.repository.incoming(60)).assertNotTerminated();
    }

    @Test
    void aHistoryGrowsByLargerWindows() {
        caller(at.repository.history(CHAT, 100));
        at.upstream.answer(counted(100));
        at.clock.advance(RepositoryFixture.SPACING);

        UniAssertSubscriber<Reading<Window>> deeper = caller(at.repository.history(CHAT, 101));
        at.upstream.answer(counted(500));

        assertEquals(500, deeper.getItem().value().rows().size());
        caller(at.repository.history(CHAT, 20)).assertCompleted();
        caller(at.repository.history(CHAT, 500)).assertCompleted();
        assertEquals(List.of("history mine 100", "history mine 500"), at.upstream.made());
    }

    @Test
    void aHistoryThatIsWholeAnswersForAnySize() {
        caller(at.repository.history(CHAT, 100));
        at.upstream.answer(counted(99));

        assertEquals(
                99,
                caller(at.repository.history(CHAT, 5_000))
                        .getItem()
                        .value()
                        .rows()
                        .size());
        assertEquals(List.of("history mine 100"), at.upstream.made());
        at.clock.advance(CONFIG.history().freshFor().plus(JUST));
        caller(at.repository.history(CHAT, 5_000)).assertNotTerminated();
    }

    @Test
    void aFailureReachesTheCaller() {
        UniAssertSubscriber<Reading<Window>> caller = caller(at.repository.history(CHAT, 100));

        at.upstream.fail(Failures.timedOut(EndpointTable.GET_CHAT_HISTORY.endpoint()));

        caller.assertFailed();
    }

    /** Messages sent so many minutes ago, named by that. */
    private static Rows aged(int... minutes) {
        return rows(IntStream.of(minutes)
                .mapToObj(age -> row(String.valueOf(age), NOW.minus(Duration.ofMinutes(age))))
                .toArray(MessageRow[]::new));
    }

    private static Rows counted(int count) {
        return rows(IntStream.range(0, count)
                .mapToObj(i -> row("m" + i, NOW.minusSeconds(i)))
                .toArray(MessageRow[]::new));
    }
}
