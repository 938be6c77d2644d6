package dev.greengraph.cache;

import static dev.greengraph.cache.CacheFixture.ENDPOINT;
import static dev.greengraph.cache.CacheFixture.JUST;
import static dev.greengraph.cache.CacheFixture.RULE;
import static dev.greengraph.cache.CacheFixture.SPACING;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.greengraph.cache.freshness.AnswerAge;
import dev.greengraph.cache.freshness.StaleCause;
import dev.greengraph.cache.store.Held;
import dev.greengraph.gate.GateFixture;
import dev.greengraph.gate.PendingCalls;
import dev.greengraph.testsupport.ManualClock;
import dev.greengraph.upstream.endpoint.EndpointTable;
import dev.greengraph.upstream.failure.Failures;
import dev.greengraph.upstream.failure.UpstreamFailure;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Fresh, stale, expired: whether a question goes to the upstream; {@link RevalidationTest} has the refreshes. */
class RevalidatingCacheTest {

    private final CacheFixture at = new CacheFixture();

    @Test
    void asksWhenNothingIsKnown() {
        UniAssertSubscriber<Reading<String>> caller = at.read("q");

        at.upstream.answer("answer");

        caller.assertItem(fresh("answer"));
    }

    @Test
    void aBurstCostsOneCall() {
        List<UniAssertSubscriber<Reading<String>>> callers =
                List.of(at.read("q"), at.read("q"), at.read("q"), at.read("q"));

        at.upstream.answer("answer");

        callers.forEach(caller -> caller.assertItem(fresh("answer")));
        assertEquals(List.of("q"), at.upstream.made());
    }

    @Test
    void servesFreshJustBeforeTheLimit() {
        at.hold("q", "answer");

        at.clock.advance(RULE.freshFor().minus(JUST));

        at.read("q").assertItem(fresh("answer"));
        assertEquals(List.of("q"), at.upstream.made());
    }

    @Test
    void servesFreshExactlyAtTheLimit() {
        at.hold("q", "answer");

        at.clock.advance(RULE.freshFor());

        at.read("q").assertItem(fresh("answer"));
        assertEquals(List.of("q"), at.upstream.made());
    }

    @Test
    void servesStaleJustAfterTheLimit() {
        at.hold("q", "answer");

        at.clock.advance(RULE.freshFor().plus(JUST));

        at.read("q").assertItem(stale("answer", StaleCause.REVALIDATING));
        assertEquals(List.of("q", "q"), at.upstream.made());
    }

    @Test
    void servesStaleJustBeforeItsEnd() {
        at.hold("q", "answer");

        at.clock.advance(RULE.staleFor().minus(JUST));

        at.read("q").assertItem(stale("answer", StaleCause.REVALIDATING));
    }

    @Test
    void servesStaleExactlyAtItsEnd() {
        at.hold("q", "answer");

        at.clock.advance(RULE.staleFor());

        at.read("q").assertItem(stale("answer", StaleCause.REVALIDATING));
    }

    @Test
    void waitsForANewAnswerJustAfterTheEndOfStale() {
        at.hold("q", "old");
        at.clock.advance(RULE.staleFor().plus(JUST));

        UniAssertSubscriber<Reading<String>> caller = at.read("q");

        caller.assertNotTerminated();
        at.upstream.answer("new");
        caller.assertItem(new Reading<>("new", new AnswerAge(at.clock.instant(), null)));
    }

    @Test
    void theFirstReadAfterALongIdleTimeNeverServesExpiredData() {
        at.hold("q", "week-old");
        at.clock.advance(Duration.ofDays(7));

        UniAssertSubscriber<Reading<String>> caller = at.read("q");
        UpstreamFailure failure = Failures.unavailable(ENDPOINT);
        at.upstream.fail(failure);

        assertSame(failure, caller.getFailure());
    }

    @Test
    void aFailureIsNotRemembered() {
        at.read("q");
        at.upstream.fail(Failures.unavailable(ENDPOINT));
        at.clock.advance(SPACING);

        UniAssertSubscriber<Reading<String>> caller = at.read("q");

        caller.assertNotTerminated();
        assertEquals(List.of("q", "q"), at.upstream.made());
    }

    @Test
    void anAnswerBetweenLookAndCallCostsNoSecondCall() {
        Uni<Reading<String>> first = at.cache.read(at.question("q")).uni();
        Uni<Reading<String>> second = at.cache.read(at.question("q")).uni();
        PendingCalls.caller(first);
        at.upstream.answer("answer");

        PendingCalls.caller(second).assertItem(fresh("answer"));

        assertEquals(List.of("q"), at.upstream.made());
    }

    @Test
    void theAnswerIsKeptAlsoWhenAllHaveLeft() {
        at.read("q").cancel();

        at.upstream.answer("answer");

        at.read("q").assertItem(fresh("answer"));
        assertEquals(List.of("q"), at.upstream.made());
    }

    @Test
    void anAnswerHasTheAgeOfItsArrivalNotOfItsQuestion() {
        UniAssertSubscriber<Reading<String>> caller = at.read("q");
        at.clock.advance(JUST);

        at.upstream.answer("answer");

        caller.assertItem(new Reading<>("answer", new AnswerAge(ManualClock.START.plus(JUST), null)));
    }

    @Test
    void aCallerIsRefusedWhenThereIsNoTurnInTime() {
        for (int i = 0; i < 5; i++) {
            at.read("q" + i).assertNotTerminated();
        }

        UniAssertSubscriber<Reading<String>> late = at.read("late");

        GateFixture.assertRefused(late, SPACING.multipliedBy(5), null);
    }

    @Test
    void anUnknownChatIsRememberedForAShortTime() {
        UpstreamFailure unknown = Failures.chatNotFound(GateFixture.ENDPOINT);
        at.read("q");
        at.upstream.fail(unknown);
        at.clock.advance(CacheFixture.NOT_FOUND_FOR);

        assertSame(unknown, at.read("q").getFailure());
        assertEquals(List.of("q"), at.upstream.made());
        at.clock.advance(JUST);
        at.read("q").assertNotTerminated();

        assertEquals(List.of("q", "q"), at.upstream.made());
    }

    @Test
    void thatStatusesAreNotGrantedIsRememberedAsLong() {
        UpstreamFailure refused = Failures.statusesNotEnabled(EndpointTable.GET_INCOMING_STATUSES.endpoint());
        at.read("q");
        at.upstream.fail(refused);
        at.clock.advance(CacheFixture.NOT_FOUND_FOR);

        assertSame(refused, at.read("q").getFailure());
        assertEquals(List.of("q"), at.upstream.made());
        at.clock.advance(JUST);
        at.read("q").assertNotTerminated();
    }

    @Test
    void tellsWhetherAnAnswerIsOnItsWay() {
        assertFalse(at.cache.state(at.question("q")).isInFlight());
        at.read("q");
        assertTrue(at.cache.state(at.question("q")).isInFlight());
        at.upstream.answer("answer");
        assertFalse(at.cache.state(at.question("q")).isInFlight());
    }

    @Test
    void aFloodOfRandomQuestionsPushesNoHotWindowOut() {
        at.store.keep(CacheFixture.key("hot"), new Held<>("hot", at.clock.instant(), 200_000));
        AtomicInteger served = new AtomicInteger();
        for (int i = 0; i < 20_000; i++) {
            at.store.keep(CacheFixture.key("random " + i), new Held<>("cold", at.clock.instant(), 4_096));
            if (i % 10 == 0 && at.cache.state(at.question("hot")).fresh().isPresent()) {
                served.incrementAndGet();
            }
        }

        assertEquals(2_000, served.get());
    }

    private static Reading<String> fresh(String answer) {
        return new Reading<>(answer, new AnswerAge(ManualClock.START, null));
    }

    private static Reading<String> stale(String answer, StaleCause cause) {
        return new Reading<>(answer, new AnswerAge(ManualClock.START, cause));
    }
}
