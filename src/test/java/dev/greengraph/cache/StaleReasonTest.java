package dev.greengraph.cache;

import static dev.greengraph.cache.CacheFixture.ENDPOINT;
import static dev.greengraph.cache.CacheFixture.JUST;
import static dev.greengraph.cache.CacheFixture.RULE;
import static dev.greengraph.cache.CacheFixture.SPACING;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.greengraph.cache.freshness.AnswerAge;
import dev.greengraph.cache.freshness.StaleCause;
import dev.greengraph.cache.freshness.StaleCause.StaleReason;
import dev.greengraph.testsupport.ManualClock;
import dev.greengraph.upstream.failure.Failures;
import dev.greengraph.upstream.failure.UpstreamFailure;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The caller is told why an answer is stale. */
class StaleReasonTest {

    private static final UpstreamFailure DOWN = Failures.unavailable(ENDPOINT);

    private final CacheFixture at = new CacheFixture();

    @Test
    void tellsThatTheLastRefreshFailedUntilOneSucceeds() {
        holdStale();
        at.read("q");
        at.upstream.fail(DOWN);
        at.clock.advance(SPACING);

        at.read("q").assertItem(stale(StaleCause.failed(DOWN)));
        at.upstream.answer("new");
        at.clock.advance(RULE.freshFor().plus(JUST));

        assertEquals(StaleReason.REVALIDATING, reasonNow());
    }

    @Test
    void aLackOfTurnsDoesNotHideThatTheUpstreamFails() {
        holdStale();
        at.read("q");
        at.upstream.fail(DOWN);

        at.read("q").assertItem(stale(StaleCause.failed(DOWN)));

        assertEquals(List.of("q", "q"), at.upstream.made());
    }

    @Test
    void aPauseOfTheUpstreamIsItsFailure() {
        holdStale();
        at.read("q");
        UpstreamFailure quota = Failures.quotaExceeded(ENDPOINT);
        at.upstream.fail(quota);

        at.read("q").assertItem(stale(StaleCause.failed(quota)));
        assertEquals(StaleReason.UPSTREAM_FAILED, reasonNow());
    }

    @Test
    void aRateLimitOfTheUpstreamHasTheSameWordAsOurs() {
        holdStale();
        at.read("q");
        for (int attempt = 0; attempt < 2; attempt++) {
            at.upstream.fail(Failures.rateLimited(ENDPOINT));
            at.clock.advance(SPACING.multipliedBy(2));
        }

        AnswerAge age = at.read("q").getItem().freshness();

        assertEquals(StaleReason.RATE_LIMITED, age.staleBecause());
        assertInstanceOf(UpstreamFailure.RateLimited.class, age.cause().failure());
    }

    @Test
    void aReasonEndsAlsoWithAnAnswerThatSomebodyWaitedFor() {
        holdStale();
        at.read("q");
        at.upstream.fail(DOWN);
        at.clock.advance(RULE.staleFor());
        at.hold("q", "new");
        at.clock.advance(RULE.freshFor().plus(JUST));

        assertEquals(StaleReason.REVALIDATING, reasonNow());
    }

    private void holdStale() {
        at.hold("q", "old");
        at.clock.advance(RULE.freshFor().plus(JUST));
    }

    private StaleReason reasonNow() {
        return at.read("q").getItem().freshness().staleBecause();
    }

    private static Reading<String> stale(StaleCause cause) {
        return new Reading<>("old", new AnswerAge(ManualClock.START, cause));
    }
}
