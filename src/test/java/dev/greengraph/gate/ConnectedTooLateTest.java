package dev.greengraph.gate;

import static dev.greengraph.gate.GateFixture.ENDPOINT;
import static dev.greengraph.gate.GateFixture.PATIENCE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.greengraph.account.AccountId;
import dev.greengraph.gate.breaker.Cooldown;
import dev.greengraph.gate.breaker.EndpointAvailability;
import dev.greengraph.gate.breaker.GateSettings;
import dev.greengraph.gate.budget.RateBudget;
import dev.greengraph.gate.shared.Claim;
import dev.greengraph.gate.shared.Grant;
import dev.greengraph.gate.shared.Share;
import dev.greengraph.gate.shared.SharedBudget;
import dev.greengraph.gate.turn.Wanted;
import dev.greengraph.upstream.CallListener;
import dev.greengraph.upstream.failure.Failures;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A call whose connection stands when its time is over is not sent, and waits for the next time. */
class ConnectedTooLateTest {

    private static final Duration UNTIL_NEXT = Duration.ofSeconds(3);

    private final GateFixture at = new GateFixture();
    private final List<String> told = new ArrayList<>();
    private final List<CallListener> connecting = new ArrayList<>();
    private boolean isTime = true;

    private final EndpointGate gate = new EndpointGate(
            ENDPOINT,
            new EndpointGate.Budgets(new RateBudget(at.clock, 1, 1.05), new Slots()),
            new EndpointAvailability(new Cooldown(at.clock), GateSettings.DEFAULT, at.clock),
            new Timing(at.clock, at.delay::of),
            new CallRecorder(new AccountId("mine"), ENDPOINT, at.metrics));

    @Test
    void itIsSentInTheNextSlot() {
        UniAssertSubscriber<String> caller = ask();
        connectTooLate();
        assertEquals(List.of("unused"), told);

        at.clock.advance(UNTIL_NEXT);
        isTime = true;
        at.clock.advance(UNTIL_NEXT);
        connecting.get(1).mayBeSent();
        connecting.get(1).sent();
        at.upstream.answer("answer");

        caller.assertItem("answer");
        assertEquals(List.of("unused", "sent", "answered"), told);
    }

    @Test
    void itSaysNothingAboutTheUpstream() {
        ask();
        connectTooLate();

        assertNull(gate.state().lastFailure());
        assertEquals(1, gate.state().waiting());
    }

    @Test
    void itIsRefusedIfThereIsNoOtherSlotInTime() {
        UniAssertSubscriber<String> caller = ask();
        at.clock.advance(PATIENCE.multipliedBy(2).minus(UNTIL_NEXT.minusMillis(1)));
        connectTooLate();

        assertInstanceOf(RetryLater.class, caller.getFailure());
    }

    private void connectTooLate() {
        isTime = false;
        assertFalse(connecting.get(0).mayBeSent());
        at.upstream.fail(Failures.unavailable(ENDPOINT));
    }

    private UniAssertSubscriber<String> ask() {
        return PendingCalls.caller(gate.ask(Wanted.BY_NONE, PATIENCE.multipliedBy(2), "window", watch -> {
            connecting.add(watch);
            return at.upstream.call("call");
        }));
    }

    private final class Slots implements SharedBudget, Grant {

        @Override
        public Uni<Claim> claim(Demand demand) {
            return Uni.createFrom().item(isTime ? Claim.alone(this) : new Claim.NotYet(UNTIL_NEXT));
        }

        @Override
        public Uni<Duration> idleIn(Duration space) {
            return Uni.createFrom().item(Duration.ZERO);
        }

        @Override
        public Share share(Duration space) {
            return Share.ALL;
        }

        @Override
        public boolean holds() {
            return isTime;
        }

        @Override
        public void sent() {
            told.add("sent");
        }

        @Override
        public void ended(End end) {
            told.add(end.equals(End.UNUSED) ? "unused" : "answered");
        }
    }
}
