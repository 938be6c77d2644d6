package dev.greengraph.gate;

import static dev.greengraph.gate.GateFixture.ENDPOINT;
import static dev.greengraph.gate.GateFixture.JUST;
import static dev.greengraph.gate.GateFixture.PATIENCE;
import static dev.greengraph.gate.GateFixture.SPACING;
import static dev.greengraph.gate.GateFixture.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.greengraph.gate.breaker.LastFailure;
import dev.greengraph.gate.turn.Wanted;
import dev.greengraph.testsupport.ManualClock;
import dev.greengraph.upstream.failure.Failures;
import dev.greengraph.upstream.failure.UpstreamFailure;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Slots, refusals and their errors; {@link GateCooldownTest} has the cooldowns. */
class EndpointGateTest {

    private final GateFixture at = new GateFixture();

    @Test
    void refusesACallWhenTooManyWaitOrAreInFlight() {
        Duration forLong = Duration.ofDays(1);
        at.ask("under way", forLong);
        for (int i = 1; i < EndpointGate.MOST_CALLS; i++) {
            at.ask("waiting", forLong).assertNotTerminated();
        }

        assertRefused(at.ask("too many", forLong), SPACING.multipliedBy(EndpointGate.MOST_CALLS), null);
        at.upstream.answer("answer");
        at.ask("one more", forLong).assertNotTerminated();
    }

    @Test
    void sendsTheFirstCallAtOnce() {
        at.ask("first");

        assertEquals(List.of("first"), at.upstream.made());
    }

    @Test
    void handsTheAnswerToTheCaller() {
        UniAssertSubscriber<String> caller = at.ask("first");

        at.upstream.answer("answer");

        caller.assertItem("answer");
    }

    @Test
    void sendsInFifoOrderEachInItsSlot() {
        at.ask("first");
        at.ask("second");
        at.ask("third");

        at.clock.advance(SPACING.minus(JUST));
        assertEquals(List.of("first"), at.upstream.made());
        at.clock.advance(JUST);
        assertEquals(List.of("first", "second"), at.upstream.made());
        at.clock.advance(SPACING);
        assertEquals(List.of("first", "second", "third"), at.upstream.made());
    }

    @Test
    void refusesAtOnceWhenTheSlotIsJustTooLate() {
        at.ask("first");

        UniAssertSubscriber<String> caller = at.ask("second", SPACING.minus(JUST));

        assertRefused(caller, SPACING, null);
        assertEquals(0, at.delay.pending());
    }

    @Test
    void waitsForASlotExactlyInTime() {
        at.ask("first");

        at.ask("second", SPACING).assertNotTerminated();

        assertEquals(1, at.delay.pending());
    }

    @Test
    void aRefusedCallIsNeverSent() {
        at.ask("first");
        at.ask("second", Duration.ZERO);

        at.clock.advance(PATIENCE);

        assertEquals(List.of("first"), at.upstream.made());
    }

    @Test
    void aCallThatThrowsIsAFailureOfItsCaller() {
        IllegalStateException thrown = new IllegalStateException();

        UniAssertSubscriber<Object> caller =
                PendingCalls.caller(at.gate.ask(Wanted.BY_NONE, PATIENCE, "window", watch -> {
                    throw thrown;
                }));

        caller.assertFailedWith(IllegalStateException.class);
        assertNull(at.gate.state().lastFailure());
    }

    @Test
    void passesAnUpstreamFailureOn() {
        UpstreamFailure failure = Failures.invalid(ENDPOINT);

        UniAssertSubscriber<String> caller = at.failing(failure);

        assertEquals(failure, caller.getFailure());
    }

    @Test
    void isAvailableWhenACallCouldBeSentNow() {
        assertEquals(1, at.gate.state().available());
        at.ask("first");
        at.clock.advance(SPACING.minus(JUST));
        assertEquals(0, at.gate.state().available());
        at.clock.advance(JUST);
        assertEquals(1, at.gate.state().available());
    }

    @Test
    void countsCallersThatWaitForTheirSlot() {
        at.ask("first");
        at.ask("second");
        at.ask("third");
        assertEquals(2, at.gate.state().waiting());

        at.clock.advance(SPACING);

        assertEquals(1, at.gate.state().waiting());
    }

    @Test
    void aCancelledCallerNoLongerWaits() {
        at.ask("first");
        UniAssertSubscriber<String> second = at.ask("second");

        second.cancel();

        assertEquals(0, at.gate.state().waiting());
        assertEquals(0, at.delay.pending());
        at.clock.advance(PATIENCE);
        assertEquals(List.of("first"), at.upstream.made());
    }

    @Test
    void knowsWhenTheUpstreamLastAnswered() {
        assertNull(at.gate.state().lastAnswerAt());
        at.ask("first");
        at.clock.advance(JUST);
        at.upstream.answer("answer");
        at.clock.advance(SPACING);

        assertEquals(ManualClock.START.plus(JUST), at.gate.state().lastAnswerAt());
    }

    @Test
    void knowsTheLastFailureAlsoAfterAnAnswer() {
        assertNull(at.gate.state().lastFailure());
        UpstreamFailure failure = Failures.timedOut(ENDPOINT);
        at.failing(failure);
        at.clock.advance(SPACING);
        at.ask("second");
        at.upstream.answer("answer");

        assertEquals(
                new LastFailure(failure, ManualClock.START), at.gate.state().lastFailure());
    }

    @Test
    void notFoundIsAnAnswer() {
        at.failing(Failures.chatNotFound(ENDPOINT));

        assertNull(at.gate.state().lastFailure());
        assertEquals(ManualClock.START, at.gate.state().lastAnswerAt());
    }

    @Test
    void aRefusalIsNoFailureOfTheUpstream() {
        at.ask("first");
        at.ask("second", Duration.ZERO);

        assertNull(at.gate.state().lastFailure());
    }
}
