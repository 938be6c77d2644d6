package dev.greengraph.gate;

import static dev.greengraph.gate.GateFixture.ENDPOINT;
import static dev.greengraph.gate.GateFixture.PATIENCE;
import static dev.greengraph.gate.GateFixture.SPACING;
import static dev.greengraph.gate.GateFixture.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.greengraph.gate.breaker.EndpointAvailability;
import dev.greengraph.upstream.failure.Failures;
import dev.greengraph.upstream.failure.UpstreamFailure;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The circuit breaker opens for an upstream that is down; half-open, it lets one call through at a time. */
class GateBreakerTest {

    private static final Duration BREAK = Duration.ofSeconds(3);
    private static final UpstreamFailure DOWN = Failures.unavailable(ENDPOINT);

    private final GateFixture at = new GateFixture();

    @Test
    void fourFailuresInARowKeepItClosed() {
        at.failing(4, DOWN);

        assertRefused(at.ask("next", Duration.ZERO), SPACING, null);
    }

    @Test
    void theFifthFailureInARowOpensItForThreeSeconds() {
        at.failing(5, DOWN);

        at.assertClosedFor(BREAK, DOWN);
    }

    @Test
    void timeoutsCountAsFailures() {
        UpstreamFailure late = Failures.timedOut(ENDPOINT);
        at.failing(4, DOWN);
        at.failing(1, late);

        at.assertClosedFor(BREAK, late);
    }

    @Test
    void anAnswerResetsTheCount() {
        at.failing(4, DOWN);
        at.clock.advance(SPACING);
        at.ask("works");
        at.upstream.answer("answer");

        at.failing(4, DOWN);

        assertRefused(at.ask("next", Duration.ZERO), SPACING, null);
    }

    @Test
    void aFailureThatShowsTheUpstreamIsUpResetsTheCount() {
        at.failing(4, DOWN);
        at.failing(1, Failures.chatNotFound(ENDPOINT));

        at.failing(4, DOWN);

        assertRefused(at.ask("next", Duration.ZERO), SPACING, null);
    }

    @Test
    void halfOpenOneCallAtATimeIsAProbe() {
        at.failing(5, DOWN);
        at.clock.advance(BREAK);
        int before = at.upstream.made().size();
        at.ask("probe");
        at.clock.advance(SPACING);

        assertEquals(0, at.gate.state().available());
        assertRefused(at.ask("impatient", Duration.ZERO), SPACING, DOWN);

        assertEquals(before + 1, at.upstream.made().size());
    }

    @Test
    void callersBehindTheProbeContinueWhenItSucceeds() {
        at.failing(5, DOWN);
        at.clock.advance(BREAK);
        at.ask("probe");
        at.ask("behind");
        at.clock.advance(SPACING.plusMillis(500));
        assertEquals(List.of("probe"), at.upstream.open());

        at.upstream.answer("answer");
        at.clock.advance(SPACING);

        assertEquals(List.of("behind"), at.upstream.open());
    }

    @Test
    void aCallerBehindAFailedProbeGetsASlotAfterTheNextOpenTimeIfThatIsInTime() {
        at.failing(5, DOWN);
        at.clock.advance(BREAK);
        at.ask("probe");
        UniAssertSubscriber<String> behind = at.ask("behind");

        at.upstream.fail(DOWN);
        at.clock.advance(SPACING);

        // It waits up to five seconds, the breaker is open for three, and the slot after that is free.
        behind.assertNotTerminated();
        at.clock.advance(BREAK.minus(SPACING));
        assertEquals(List.of("behind"), at.upstream.open());
    }

    @Test
    void allCallersBehindASlowProbeThatSucceedsAreServedInOrder() {
        List<UniAssertSubscriber<String>> behind = behindASlowProbe();
        at.upstream.answer("answer");
        for (UniAssertSubscriber<String> caller : behind) {
            at.clock.advance(SPACING);
            at.upstream.answer("answer");
            caller.assertItem("answer");
        }

        assertEquals(List.of("probe", "A", "B", "C"), lastMade(4));
    }

    @Test
    void theFirstBehindASlowProbeThatFailsIsTheNextProbe() {
        List<UniAssertSubscriber<String>> behind = behindASlowProbe();

        at.upstream.fail(DOWN);
        at.clock.advance(BREAK);

        assertEquals(List.of("A"), at.upstream.open());
        at.clock.advance(Duration.ofMillis(500));
        assertRefused(behind.get(1), SPACING.minusMillis(500), DOWN);
        assertRefused(behind.get(2), SPACING.minusMillis(500), DOWN);
    }

    @Test
    void noCallerWaitsLongerThanItsLimitBehindAProbeThatHangs() {
        List<UniAssertSubscriber<String>> behind = behindASlowProbe();

        at.clock.advance(PATIENCE);

        behind.forEach(UniAssertSubscriber::assertFailed);
        assertEquals(List.of("probe"), at.upstream.open());
        assertEquals(0, at.delay.pending());
        assertEquals(0, at.gate.state().waiting());
    }

    @Test
    void aProbeThatFailsOpensItAgain() {
        at.failing(5, DOWN);
        at.clock.advance(BREAK);

        at.failing(DOWN);

        at.assertClosedFor(BREAK, DOWN);
    }

    @Test
    void aProbeThatSucceedsClosesIt() {
        at.failing(5, DOWN);
        at.clock.advance(BREAK);
        at.ask("probe");
        at.upstream.answer("answer");

        at.failing(4, DOWN);

        assertRefused(at.ask("next", Duration.ZERO), SPACING, null);
    }

    @Test
    void aProbeWaitsForCallsFromBeforeItOpened() {
        at.ask("slow");
        at.clock.advance(SPACING);
        at.ask("slow");
        at.clock.advance(SPACING);
        at.ask("slow");
        at.clock.advance(SPACING);
        at.ask("slow");
        at.clock.advance(SPACING);
        at.ask("slow");
        at.clock.advance(SPACING);
        at.ask("slowest");
        for (int i = 0; i < 5; i++) {
            at.upstream.fail(DOWN);
        }
        at.clock.advance(BREAK);

        assertRefused(at.ask("impatient", Duration.ZERO), SPACING, DOWN);

        assertEquals(List.of("slowest"), at.upstream.open());
    }

    @Test
    void aCallerThatWaitsForACallFromBeforeItOpenedKeepsItsPlace() {
        at.ask("slow");
        for (int i = 0; i < 5; i++) {
            at.clock.advance(SPACING);
            at.ask("failing " + i, Duration.ZERO);
            at.upstream.fail("failing " + i, DOWN);
        }
        at.clock.advance(BREAK);
        at.ask("A");
        at.ask("B");
        at.clock.advance(SPACING.multipliedBy(2));
        assertEquals(List.of("slow"), at.upstream.open());

        at.upstream.answer("answer");
        at.clock.advance(EndpointAvailability.PROBE_POLL_INTERVAL);

        assertEquals(List.of("A"), at.upstream.open());
        at.clock.advance(SPACING);
        assertEquals(List.of("A", "B"), at.upstream.open());
    }

    /** Three callers arrive when a probe begins; it takes 1.5 seconds. */
    private List<UniAssertSubscriber<String>> behindASlowProbe() {
        at.failing(5, DOWN);
        at.clock.advance(BREAK);
        at.ask("probe");
        List<UniAssertSubscriber<String>> behind = List.of(at.ask("A"), at.ask("B"), at.ask("C"));
        at.clock.advance(Duration.ofMillis(1_500));
        return behind;
    }

    private List<String> lastMade(int count) {
        List<String> made = at.upstream.made();
        return made.subList(made.size() - count, made.size());
    }
}
