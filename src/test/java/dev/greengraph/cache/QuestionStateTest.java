package dev.greengraph.cache;

import static dev.greengraph.cache.CacheFixture.ENDPOINT;
import static dev.greengraph.cache.CacheFixture.JUST;
import static dev.greengraph.cache.CacheFixture.NOT_FOUND_FOR;
import static dev.greengraph.cache.CacheFixture.RULE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.greengraph.cache.QuestionState.Absent;
import dev.greengraph.cache.QuestionState.Expired;
import dev.greengraph.cache.QuestionState.Fresh;
import dev.greengraph.cache.QuestionState.KnownMissing;
import dev.greengraph.cache.QuestionState.Stale;
import dev.greengraph.cache.QuestionState.Superseded;
import dev.greengraph.upstream.failure.Failures;
import dev.greengraph.upstream.failure.UpstreamFailure;
import org.junit.jupiter.api.Test;

/** The states of a question, with and without a flight. */
class QuestionStateTest {

    private final CacheFixture at = new CacheFixture();

    @Test
    void isAbsentBeforeTheFirstAnswer() {
        assertEquals(new Absent<>(false), state());

        at.read("q");

        assertEquals(new Absent<>(true), state());
    }

    @Test
    void isFreshThenStaleThenExpired() {
        at.hold("q", "answer");
        assertInstanceOf(Fresh.class, state());

        at.clock.advance(RULE.freshFor().plus(JUST));
        assertInstanceOf(Stale.class, state());

        at.clock.advance(RULE.staleFor().minus(RULE.freshFor()));
        assertEquals(new Expired<>(false), state());
    }

    @Test
    void isSupersededUntilTheNewerAnswerIsRead() {
        at.hold("q", "answer");
        at.store.supersede(CacheFixture.key("q"));
        assertInstanceOf(Superseded.class, state());

        at.clock.advance(CacheFixture.SPACING);
        at.hold("q", "newer answer");
        assertInstanceOf(Fresh.class, state());
    }

    @Test
    void whatIsSupersededExpires() {
        at.hold("q", "answer");
        at.store.supersede(CacheFixture.key("q"));

        at.clock.advance(RULE.staleFor().plus(JUST));

        assertEquals(new Expired<>(false), state());
    }

    @Test
    void isKnownMissingForAShortTime() {
        UpstreamFailure unknown = Failures.chatNotFound(ENDPOINT);
        at.read("q");
        at.upstream.fail(unknown);

        at.clock.advance(NOT_FOUND_FOR);
        assertEquals(new KnownMissing<>(unknown, false), state());

        at.clock.advance(JUST);
        assertEquals(new Absent<>(false), state());
    }

    @Test
    void anAnswerEndsWhatWasSaidToBeMissing() {
        at.read("q");
        at.upstream.fail(Failures.chatNotFound(ENDPOINT));
        at.clock.advance(NOT_FOUND_FOR.plus(JUST));

        at.hold("q", "answer");

        assertInstanceOf(Fresh.class, state());
    }

    private QuestionState<String> state() {
        return at.cache.state(at.question("q"));
    }
}
