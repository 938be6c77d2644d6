package dev.greengraph.cache;

import static dev.greengraph.cache.CacheFixture.JUST;
import static dev.greengraph.cache.CacheFixture.LEAST_AGE;
import static dev.greengraph.cache.CacheFixture.RULE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.greengraph.cache.freshness.FreshnessDemand;
import dev.greengraph.cache.freshness.FreshnessDemand.Otherwise;
import dev.greengraph.cache.freshness.NotFreshEnough;
import dev.greengraph.cache.freshness.StaleCause.StaleReason;
import dev.greengraph.gate.PendingCalls;
import dev.greengraph.gate.RetryLater;
import dev.greengraph.upstream.failure.Failures;
import dev.greengraph.upstream.failure.UpstreamFailure.Unavailable;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a caller demands decides which age is fresh, how long it waits, and what it gets otherwise. */
class FreshnessDemandTest {

    private static final Duration LONG = Duration.ofMinutes(5);
    private static final Duration WAIT = Duration.ofSeconds(2);

    private final CacheFixture at = new CacheFixture();

    @Test
    void whoAcceptsOlderAnswersCausesNoCall() {
        hold(LONG);

        Reading<String> reading = read(LONG, null, Otherwise.STALE).getItem();

        assertEquals("old", reading.value());
        assertNull(reading.freshness().cause());
        assertEquals(1, at.upstream.made().size());
    }

    @Test
    void whoDemandsNewerOnesCausesACallWhereOthersDoNot() {
        hold(Duration.ofSeconds(2).plus(JUST));

        assertEquals(
                "old", read(RULE.freshFor(), null, Otherwise.STALE).getItem().value());
        assertEquals(1, at.upstream.made().size());
        Reading<String> stale =
                read(Duration.ofSeconds(2), null, Otherwise.STALE).getItem();

        assertEquals("old", stale.value());
        assertEquals(StaleReason.REVALIDATING, stale.freshness().staleBecause());
        assertEquals(2, at.upstream.made().size());
    }

    @Test
    void nobodyCanDemandAnswersYoungerThanTheLeastAge() {
        hold(LEAST_AGE);

        assertNull(
                read(Duration.ZERO, null, Otherwise.STALE).getItem().freshness().cause());
        assertEquals(1, at.upstream.made().size());
    }

    @Test
    void whoWaitsGetsTheNewAnswer() {
        hold(RULE.freshFor().plus(JUST));

        UniAssertSubscriber<Reading<String>> caller = read(null, WAIT, Otherwise.STALE);
        caller.assertNotTerminated();
        at.upstream.answer("new");

        assertEquals("new", caller.getItem().value());
    }

    @Test
    void whoHasWaitedGetsTheStaleAnswerAndTheCallGoesOn() {
        hold(RULE.freshFor().plus(JUST));
        UniAssertSubscriber<Reading<String>> caller = read(null, WAIT, Otherwise.STALE);

        at.clock.advance(WAIT);

        assertEquals("old", caller.getItem().value());
        assertEquals(StaleReason.REVALIDATING, caller.getItem().freshness().staleBecause());
        at.upstream.answer("new");
        assertEquals("new", at.read("q").getItem().value());
        assertEquals(2, at.upstream.made().size());
    }

    @ParameterizedTest
    @EnumSource(names = {"NULL", "ERROR"})
    void whoTakesNothingStaleIsToldThatNothingCame(Otherwise otherwise) {
        hold(RULE.freshFor().plus(JUST));
        UniAssertSubscriber<Reading<String>> caller = read(null, WAIT, otherwise);

        at.clock.advance(WAIT);

        assertInstanceOf(NotFreshEnough.class, caller.getFailure());
    }

    @ParameterizedTest
    @EnumSource
    void whoDoesNotWaitIsAnsweredAtOnceAndTheCallGoesOn(Otherwise otherwise) {
        UniAssertSubscriber<Reading<String>> caller = read(null, Duration.ZERO, otherwise);

        assertInstanceOf(NotFreshEnough.class, caller.getFailure());
        at.upstream.answer("new");
        assertEquals("new", read(null, Duration.ZERO, otherwise).getItem().value());
        assertEquals(1, at.upstream.made().size());
    }

    @Test
    void aFailureIsAnsweredWithWhatIsStaleIfThatIsTaken() {
        hold(RULE.freshFor().plus(JUST));
        UniAssertSubscriber<Reading<String>> patient = read(null, WAIT, Otherwise.STALE);
        UniAssertSubscriber<Reading<String>> strict = read(null, WAIT, Otherwise.ERROR);

        at.upstream.fail(Failures.unavailable(CacheFixture.ENDPOINT));

        assertEquals(StaleReason.UPSTREAM_FAILED, patient.getItem().freshness().staleBecause());
        assertInstanceOf(Unavailable.class, strict.getFailure());
        assertEquals(2, at.upstream.made().size());
    }

    @Test
    void aLackOfBudgetIsAnsweredWithWhatIsStaleIfThatIsTaken() {
        hold(RULE.freshFor().plus(JUST));
        for (String other : List.of("a", "b", "c", "d", "e", "f")) {
            at.read(other);
        }

        UniAssertSubscriber<Reading<String>> taken = read(null, Duration.ofMinutes(1), Otherwise.STALE);

        assertEquals(StaleReason.RATE_LIMITED, taken.getItem().freshness().staleBecause());
        assertInstanceOf(
                RetryLater.class,
                read(null, Duration.ofMinutes(1), Otherwise.ERROR).getFailure());
    }

    @Test
    void differentDemandsOnOneQuestionShareACall() {
        hold(Duration.ofSeconds(3));

        read(LONG, null, Otherwise.STALE);
        read(Duration.ofSeconds(1), WAIT, Otherwise.ERROR);
        read(Duration.ofSeconds(2), WAIT, Otherwise.NULL);

        assertEquals(2, at.upstream.made().size());
    }

    private void hold(Duration age) {
        at.hold("q", "old");
        at.clock.advance(age);
    }

    private UniAssertSubscriber<Reading<String>> read(
            @Nullable Duration maxAge, @Nullable Duration maxWait, Otherwise otherwise) {
        return PendingCalls.caller(at.cache
                .read(at.question("q", new FreshnessDemand(maxAge, maxWait, otherwise)))
                .uni());
    }
}
