package dev.greengraph.gate;

import static dev.greengraph.gate.GateFixture.ENDPOINT;
import static dev.greengraph.gate.GateFixture.JUST;
import static dev.greengraph.gate.GateFixture.PATIENCE;
import static dev.greengraph.gate.GateFixture.SPACING;
import static dev.greengraph.gate.GateFixture.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.greengraph.gate.turn.Wanted;
import dev.greengraph.upstream.CallListener;
import dev.greengraph.upstream.failure.Failures;
import dev.greengraph.upstream.failure.UpstreamFailure;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A call counts from when it is sent, which may be long after its slot: its connection has to be made first. */
class InFlightCallTest {

    private static final UpstreamFailure LOST = Failures.connectionLost(ENDPOINT);

    private final GateFixture at = new GateFixture();
    private final List<CallListener> connecting = new ArrayList<>();

    @Test
    void theNextCallWaitsUntilTheOneBeforeIsSent() {
        askSlowly("first");
        at.ask("second");
        at.clock.advance(SPACING.plusMillis(500));
        assertEquals(List.of("first"), at.upstream.made());

        connecting.get(0).sent();

        at.clock.advance(SPACING.minus(JUST));
        assertEquals(List.of("first"), at.upstream.made());
        at.clock.advance(JUST);
        assertEquals(List.of("first", "second"), at.upstream.made());
    }

    @Test
    void aCallThatIsNeverSentBlocksNoOther() {
        askSlowly("first");
        at.ask("second");
        at.clock.advance(SPACING);

        at.upstream.fail(Failures.unavailable(ENDPOINT));

        assertEquals(List.of("first", "second"), at.upstream.made());
    }

    @Test
    void callersStayInFifoOrderBehindALateOne() {
        askSlowly("first");
        at.ask("second", Duration.ofMinutes(1));
        at.ask("third", Duration.ofMinutes(1));
        at.clock.advance(SPACING.multipliedBy(4));
        connecting.get(0).sent();

        at.clock.advance(SPACING.multipliedBy(2));

        assertEquals(List.of("first", "second", "third"), at.upstream.made());
    }

    @Test
    void aCallThatWouldBeSentTooLateIsRefused() {
        askSlowly("first");
        UniAssertSubscriber<String> second = at.ask("second");
        at.clock.advance(PATIENCE.minus(SPACING).plus(JUST));

        connecting.get(0).sent();

        assertRefused(second, SPACING, null);
        at.clock.advance(PATIENCE);
        assertEquals(List.of("first"), at.upstream.made());
    }

    @Test
    void aCancelledCallerInTheQueueBlocksNoOther() {
        askSlowly("first");
        UniAssertSubscriber<String> second = at.ask("second");
        at.ask("third");
        at.clock.advance(SPACING.multipliedBy(2));

        second.cancel();
        connecting.get(0).sent();
        at.clock.advance(SPACING);

        assertEquals(List.of("first", "third"), at.upstream.made());
    }

    @Test
    void aCallerBehindALateOneCountsAsWaiting() {
        askSlowly("first");
        at.ask("second", Duration.ofMinutes(1));
        at.ask("third", Duration.ofMinutes(1));

        at.clock.advance(SPACING.multipliedBy(3));

        assertEquals(2, at.gate.state().waiting());
        assertEquals(0, at.gate.state().available());
    }

    @Test
    void aCallerBehindALateOneCountsTowardsTheLimit() {
        Duration forLong = Duration.ofDays(1);
        askSlowly("first");
        for (int i = 1; i < EndpointGate.MOST_CALLS; i++) {
            at.ask("waiting", forLong);
        }
        at.clock.advance(SPACING.multipliedBy(EndpointGate.MOST_CALLS));

        at.ask("too many", forLong).assertFailed();
    }

    @Test
    void aRevalidationTakesNoSlotOfCallersBehindALateOne() {
        askSlowly("first");
        at.clock.advance(SPACING);
        at.ask("second");
        at.clock.advance(SPACING);
        at.gate
                .idleCapacity()
                .when(
                        PATIENCE,
                        () -> at.gate.ask(
                                Wanted.BY_NONE, PATIENCE, "window", watch -> at.upstream.call("refresh", watch)))
                .subscribe()
                .with(answer -> {});
        at.ask("third");
        connecting.get(0).sent();

        at.clock.advance(SPACING.multipliedBy(2));

        assertEquals(List.of("first", "second", "third"), at.upstream.made());
    }

    @Test
    void aCallWhoseConnectionBrokeIsSentOnceMore() {
        UniAssertSubscriber<String> caller = at.ask("first");

        at.upstream.fail(LOST);
        at.clock.advance(SPACING);
        at.upstream.answer("answer");

        caller.assertItem("answer");
        assertEquals(List.of("first", "first"), at.upstream.made());
    }

    @Test
    void aSecondBrokenConnectionIsReported() {
        UniAssertSubscriber<String> caller = at.ask("first");
        at.upstream.fail(LOST);
        at.clock.advance(SPACING);

        at.upstream.fail(LOST);

        assertSame(LOST, caller.getFailure());
    }

    @Test
    void aBrokenConnectionWithoutASlotInTimeIsReported() {
        UniAssertSubscriber<String> caller = at.ask("first", SPACING.minus(JUST));

        at.upstream.fail(LOST);

        assertSame(LOST, caller.getFailure());
    }

    @Test
    void otherFailuresAreNotRetried() {
        UpstreamFailure failure = Failures.unavailable(ENDPOINT);
        UniAssertSubscriber<String> caller = at.ask("first");

        at.upstream.fail(failure);

        assertSame(failure, caller.getFailure());
    }

    @Test
    void followsTheRateThatTheUpstreamNames() {
        UniAssertSubscriber<String> first =
                PendingCalls.caller(at.gate.ask(Wanted.BY_NONE, PATIENCE, "window", watch -> {
                    watch.allowed(0.5);
                    return at.upstream.call("first", watch);
                }));
        at.upstream.answer("answer");
        first.assertItem("answer");
        at.clock.advance(SPACING);
        at.ask("second");
        at.ask("third");

        at.clock.advance(SPACING.multipliedBy(3).minus(JUST));
        assertEquals(List.of("first", "second"), at.upstream.made());
        assertEquals(0.5, at.gate.state().callsPerSecond());
        at.clock.advance(JUST);

        assertEquals(List.of("first", "second", "third"), at.upstream.made());
    }

    private void askSlowly(String what) {
        PendingCalls.caller(at.gate.ask(Wanted.BY_NONE, PATIENCE, "window", watch -> {
            connecting.add(watch);
            return at.upstream.call(what);
        }));
    }
}
