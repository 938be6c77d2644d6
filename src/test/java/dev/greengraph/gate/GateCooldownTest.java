package dev.greengraph.gate;

import static dev.greengraph.gate.GateFixture.ENDPOINT;
import static dev.greengraph.gate.GateFixture.JUST;
import static dev.greengraph.gate.GateFixture.PATIENCE;
import static dev.greengraph.gate.GateFixture.SPACING;
import static dev.greengraph.gate.GateFixture.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.greengraph.gate.turn.Wanted;
import dev.greengraph.upstream.endpoint.EndpointTable;
import dev.greengraph.upstream.failure.Failures;
import dev.greengraph.upstream.failure.UpstreamFailure;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A 429, 466 or 401 starts a cooldown. */
class GateCooldownTest {

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);
    private static final UpstreamFailure RATE = Failures.rateLimited(ENDPOINT);
    private static final UpstreamFailure QUOTA = Failures.quotaExceeded(ENDPOINT);
    private static final UpstreamFailure UNAUTHORIZED = Failures.unauthorized(ENDPOINT);

    private final GateFixture at = new GateFixture();

    @Test
    void aRateLimitStartsACooldownOfASecond() {
        at.ask("slow", Duration.ZERO);
        at.clock.advance(SPACING);

        at.upstream.fail(RATE);

        at.assertClosedFor(SECOND, RATE);
    }

    @Test
    void theCallerIsToldRetryAfter() {
        assertRefused(at.failing(QUOTA), TEN_MINUTES, QUOTA);
    }

    @Test
    void furtherRateLimitsDoubleTheCooldownUpToHalfAMinute() {
        for (int seconds : List.of(1, 2, 4, 8, 16, 30, 30)) {
            at.clock.advance(SPACING);
            at.ask("limited", Duration.ZERO);
            at.clock.advance(SPACING);
            at.upstream.fail(RATE);
            Duration pause = Duration.ofSeconds(seconds);
            assertRefused(at.ask("too early", Duration.ZERO), pause, RATE);
            at.clock.advance(pause);
        }
    }

    @Test
    void anAnswerResetsTheCooldownToASecond() {
        at.failing(RATE);
        at.clock.advance(Duration.ofSeconds(2));
        at.failing(RATE);
        at.clock.advance(Duration.ofSeconds(4));
        at.ask("works");
        at.upstream.answer("answer");
        at.clock.advance(SPACING);
        at.ask("slow", Duration.ZERO);
        at.clock.advance(SPACING);

        at.upstream.fail(RATE);

        at.assertClosedFor(SECOND, RATE);
    }

    @Test
    void anExhaustedQuotaStartsACooldownOfTenMinutes() {
        at.failing(QUOTA);

        at.assertClosedFor(TEN_MINUTES, QUOTA);
    }

    @Test
    void aShorterCooldownHidesNoLongerOne() {
        at.ask("first");
        at.clock.advance(SPACING);
        at.ask("second");
        at.upstream.fail(QUOTA);

        at.upstream.fail(RATE);

        at.assertClosedFor(TEN_MINUTES, QUOTA);
    }

    @Test
    void aRefusedTokenStartsACooldownOfHalfAMinute() {
        at.failing(UNAUTHORIZED);

        at.assertClosedFor(Duration.ofSeconds(30), UNAUTHORIZED);
    }

    @Test
    void aRefusedTokenStartsACooldownOfAllEndpointsOfTheAccount() {
        EndpointGate other = at.gate(EndpointTable.GET_MESSAGE.endpoint());

        at.failing(UNAUTHORIZED);

        assertEquals(0, other.state().available());
        assertRefused(askAt(other), Duration.ofSeconds(30), UNAUTHORIZED);
        at.clock.advance(Duration.ofSeconds(30));
        assertEquals(1, other.state().available());
        askAt(other).assertNotTerminated();
        assertEquals(List.of("failing", "other"), at.upstream.made());
    }

    @Test
    void otherFailuresStartNoCooldownOfOtherEndpoints() {
        EndpointGate other = at.gate(EndpointTable.GET_MESSAGE.endpoint());

        at.failing(QUOTA);

        askAt(other).assertNotTerminated();
        assertEquals(List.of("failing", "other"), at.upstream.made());
    }

    @Test
    void aCallThatWaitsWhenACooldownBeginsIsNotSentDuringIt() {
        at.ask("first");
        UniAssertSubscriber<String> waiting = at.ask("second");
        at.upstream.fail(QUOTA);

        at.clock.advance(SPACING);

        assertRefused(waiting, TEN_MINUTES.minus(SPACING), QUOTA);
        assertEquals(List.of("first"), at.upstream.made());
        assertEquals(0, at.gate.state().waiting());
    }

    @Test
    void aWaitingCallIsSentWhenTheCooldownEndsIfThatIsInTime() {
        at.ask("first", Duration.ZERO);
        at.ask("second");
        at.clock.advance(JUST.multipliedBy(100));
        at.upstream.fail(RATE);

        at.clock.advance(SECOND.minus(JUST));
        assertEquals(List.of("first"), at.upstream.made());
        assertEquals(1, at.gate.state().waiting());
        at.clock.advance(JUST);

        assertEquals(List.of("first", "second"), at.upstream.made());
    }

    @Test
    void aCallThatWaitsAtAnotherEndpointIsNotSentWithARefusedToken() {
        EndpointGate other = at.gate(EndpointTable.GET_MESSAGE.endpoint());
        askAt(other);
        at.upstream.answer("answer");
        UniAssertSubscriber<String> waiting = askAt(other);
        at.failing(UNAUTHORIZED);

        at.clock.advance(SPACING);

        assertRefused(waiting, Duration.ofSeconds(30).minus(SPACING), UNAUTHORIZED);
        assertEquals(List.of("other", "failing"), at.upstream.made());
    }

    @Test
    void aRateLimitedCallIsRetriedOnceAfterTheCooldown() {
        UniAssertSubscriber<String> caller = at.ask("limited");

        at.upstream.fail(RATE);
        at.clock.advance(SPACING.minus(JUST));
        assertEquals(List.of("limited"), at.upstream.made());
        at.clock.advance(JUST);
        at.upstream.answer("answer");

        assertEquals(List.of("limited", "limited"), at.upstream.made());
        caller.assertItem("answer");
    }

    @Test
    void aSecondRateLimitIsReported() {
        UniAssertSubscriber<String> caller = at.ask("limited");
        at.upstream.fail(RATE);
        at.clock.advance(SPACING);

        at.upstream.fail(RATE);

        assertRefused(caller, SECOND.multipliedBy(2), RATE);
        at.clock.advance(Duration.ofMinutes(1));
        assertEquals(2, at.upstream.made().size());
    }

    @Test
    void aCallWhoseCooldownEndsTooLateIsNotRetried() {
        assertRefused(askAndFail(SPACING.minus(JUST)), SPACING, RATE);
        at.clock.advance(SECOND.multipliedBy(4));

        askAndFail(SECOND.multipliedBy(2)).assertNotTerminated();
    }

    private UniAssertSubscriber<String> askAndFail(Duration patience) {
        UniAssertSubscriber<String> caller = at.ask("limited", patience);
        at.upstream.fail(RATE);
        return caller;
    }

    private UniAssertSubscriber<String> askAt(EndpointGate gate) {
        return PendingCalls.caller(
                gate.ask(Wanted.BY_NONE, PATIENCE, "window", watch -> at.upstream.call("other", watch)));
    }
}
