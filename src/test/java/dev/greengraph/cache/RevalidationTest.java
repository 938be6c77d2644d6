package dev.greengraph.cache;

import static dev.greengraph.cache.CacheFixture.ENDPOINT;
import static dev.greengraph.cache.CacheFixture.JUST;
import static dev.greengraph.cache.CacheFixture.PATIENCE;
import static dev.greengraph.cache.CacheFixture.RULE;
import static dev.greengraph.cache.CacheFixture.SPACING;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.greengraph.cache.freshness.AnswerAge;
import dev.greengraph.cache.freshness.StaleCause;
import dev.greengraph.cache.freshness.StaleCause.StaleReason;
import dev.greengraph.gate.IdleCapacity;
import dev.greengraph.gate.RetryLater;
import dev.greengraph.testsupport.ManualClock;
import dev.greengraph.upstream.failure.Failures;
import dev.greengraph.upstream.failure.UpstreamFailure;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is stale is served and refreshed once behind the caller's back. */
class RevalidationTest {

    private static final UpstreamFailure DOWN = Failures.unavailable(ENDPOINT);

    private final CacheFixture at = new CacheFixture();

    @Test
    void manyReadsOfOneStaleAnswerRefreshItOnce() {
        holdStale();

        at.read("q").assertItem(stale(StaleCause.REVALIDATING));
        at.read("q").assertItem(stale(StaleCause.REVALIDATING));
        at.clock.advance(PATIENCE);
        at.read("q").assertItem(stale(StaleCause.REVALIDATING));

        assertEquals(List.of("q", "q"), at.upstream.made());
    }

    @Test
    void afterTheRefreshTheNewAnswerIsFresh() {
        holdStale();
        at.read("q");

        at.upstream.answer("new");

        at.read("q").assertItem(new Reading<>("new", new AnswerAge(at.clock.instant(), null)));
        assertEquals(List.of("q", "q"), at.upstream.made());
    }

    @Test
    void aRefreshThatJustEndedIsNotStartedAgain() {
        holdStale();
        at.read("q");
        at.onLook = afterTheFirstLook(() -> {
            at.upstream.answer("new");
            at.clock.advance(SPACING);
        });

        at.read("q").assertItem(stale(StaleCause.REVALIDATING));

        assertEquals(List.of("q", "q"), at.upstream.made());
    }

    @Test
    void aRefreshTakesNoTurnThatSomebodyWaitsFor() {
        holdStale();
        at.read("other");
        at.read("another");

        at.read("q").assertItem(stale(StaleCause.NO_BUDGET));

        at.clock.advance(SPACING.multipliedBy(2).minus(JUST));
        assertEquals(List.of("q", "other", "another"), at.upstream.made());
    }

    @Test
    void aRefreshWaitsForTheFirstTurnThatNobodyElseWants() {
        holdStale();
        at.read("other");
        at.read("another");
        at.read("q").assertItem(stale(StaleCause.NO_BUDGET));

        at.clock.advance(SPACING.multipliedBy(2));

        assertEquals(List.of("q", "other", "another", "q"), at.upstream.made());
        at.read("q").assertItem(stale(StaleCause.REVALIDATING));
    }

    @Test
    void refreshesGoInTheOrderOfAskingOneAfterTheOther() {
        at.hold("p", "old");
        at.clock.advance(SPACING);
        at.hold("q", "old");
        at.clock.advance(SPACING);
        at.hold("r", "old");
        at.clock.advance(RULE.freshFor().plus(JUST));
        at.read("p");
        at.read("q");
        at.read("r");
        assertEquals(List.of("p"), at.upstream.open());

        at.clock.advance(PATIENCE);
        assertEquals(List.of("p"), at.upstream.open());
        at.upstream.answer("new");
        at.clock.advance(SPACING);
        assertEquals(List.of("q"), at.upstream.open());
        at.upstream.answer("new");
        at.clock.advance(SPACING);

        assertEquals(List.of("r"), at.upstream.open());
    }

    @Test
    void aRefreshThatFindsNoTurnForLongIsGivenUp() {
        holdStale();
        at.read("other");
        at.read("q");
        for (int i = 0; i < 40; i++) {
            at.read("another " + i);
            at.clock.advance(SPACING);
        }

        at.read("last").assertNotTerminated();
        assertEquals(1, at.upstream.made().stream().filter("q"::equals).count());
        assertEquals(StaleReason.RATE_LIMITED, reasonNow());
    }

    @Test
    void whoAsksInPersonNeedNotWaitForTheRefreshToHaveItsTurn() {
        holdStale();
        at.read("other");
        at.clock.advance(RULE.staleFor().minus(RULE.freshFor()).minus(JUST));
        for (int i = 0; i < 4; i++) {
            at.read("another " + i);
        }
        at.read("q").assertItem(stale(StaleCause.NO_BUDGET));
        at.clock.advance(JUST);

        UniAssertSubscriber<Reading<String>> caller = at.read("q");
        at.clock.advance(SPACING.multipliedBy(4));
        at.upstream.answer("q", "new");

        assertEquals("new", caller.getItem().value());
        at.clock.advance(PATIENCE);
        assertEquals(2, at.upstream.made().stream().filter("q"::equals).count());
    }

    @Test
    void tooManyRefreshesAreNotKept() {
        for (int i = 0; i <= IdleCapacity.MOST + 1; i++) {
            at.hold("q" + i, "old");
            at.clock.advance(SPACING);
        }
        at.clock.advance(RULE.freshFor());
        for (int i = 0; i <= IdleCapacity.MOST + 1; i++) {
            at.read("q" + i);
        }

        assertEquals(IdleCapacity.MOST, at.gate.idleCapacity().waiting());
    }

    @Test
    void lookingAtTheStateStartsNothing() {
        holdStale();

        QuestionState<String> state = at.cache.state(at.question("q"));

        assertInstanceOf(QuestionState.Stale.class, state);
        at.clock.advance(PATIENCE);
        assertEquals(List.of("q"), at.upstream.made());
    }

    @Test
    void failingRefreshesKeepServingUntilTheEndOfStale() {
        at.hold("q", "old");
        at.clock.advance(RULE.freshFor().plus(JUST));
        for (int minute = 0; minute < 59; minute++) {
            assertEquals("old", at.read("q").getItem().value());
            at.upstream.fail(DOWN);
            at.clock.advance(Duration.ofMinutes(1));
        }
        at.clock.advance(Duration.between(at.clock.instant(), ManualClock.START.plus(RULE.staleFor())));
        at.read("q").assertItem(stale(StaleCause.failed(DOWN)));
        at.upstream.fail(DOWN);
        at.clock.advance(JUST);

        UniAssertSubscriber<Reading<String>> caller = at.read("q");
        at.clock.advance(PATIENCE);
        at.upstream.fail(DOWN);

        assertSame(DOWN, ((RetryLater) caller.getFailure()).because());
    }

    @Test
    void whoComesAfterTheEndOfStaleSharesTheRefreshThatIsUnderWay() {
        holdStale();
        at.clock.advance(RULE.staleFor().minus(RULE.freshFor()).minus(JUST));
        at.read("q").assertItem(stale(StaleCause.REVALIDATING));
        at.clock.advance(JUST);

        UniAssertSubscriber<Reading<String>> caller = at.read("q");
        at.upstream.fail(DOWN);

        assertSame(DOWN, caller.getFailure());
        assertEquals(List.of("q", "q"), at.upstream.made());
    }

    @Test
    void whoSharesARefreshIsAsPatientAsEver() {
        holdStale();
        at.clock.advance(RULE.staleFor().minus(RULE.freshFor()).minus(JUST));
        at.read("q");
        at.clock.advance(JUST);
        UniAssertSubscriber<Reading<String>> caller = at.read("q");

        at.upstream.fail(Failures.connectionLost(ENDPOINT));
        at.clock.advance(SPACING);
        at.upstream.answer("new");

        assertEquals("new", caller.getItem().value());
    }

    private void holdStale() {
        at.hold("q", "old");
        at.clock.advance(RULE.freshFor().plus(JUST));
    }

    /** The first look asks whether the answer is fresh, the second whether it may be served. */
    private Runnable afterTheFirstLook(Runnable action) {
        return () -> at.onLook = () -> {
            at.onLook = () -> {};
            action.run();
        };
    }

    private StaleReason reasonNow() {
        return at.read("q").getItem().freshness().staleBecause();
    }

    private static Reading<String> stale(StaleCause cause) {
        return new Reading<>("old", new AnswerAge(ManualClock.START, cause));
    }
}
