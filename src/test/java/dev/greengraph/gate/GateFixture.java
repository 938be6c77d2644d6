package dev.greengraph.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.greengraph.account.AccountId;
import dev.greengraph.gate.breaker.Cooldown;
import dev.greengraph.gate.breaker.EndpointAvailability;
import dev.greengraph.gate.breaker.GateSettings;
import dev.greengraph.gate.budget.RateBudget;
import dev.greengraph.gate.shared.SharedBudget;
import dev.greengraph.gate.turn.Wanted;
import dev.greengraph.observe.UpstreamMetrics;
import dev.greengraph.testsupport.ManualClock;
import dev.greengraph.testsupport.ManualDelay;
import dev.greengraph.upstream.UpstreamEndpoint;
import dev.greengraph.upstream.endpoint.EndpointTable;
import dev.greengraph.upstream.failure.UpstreamFailure;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import java.time.Duration;

/** The gates of one account, with a manual clock and an upstream that the test plays. */
public class GateFixture {

    public static final Duration SPACING = Duration.ofMillis(1_050);
    public static final Duration PATIENCE = Duration.ofSeconds(5);
    public static final Duration JUST = Duration.ofMillis(1);
    public static final UpstreamEndpoint ENDPOINT = EndpointTable.GET_CHAT_HISTORY.endpoint();

    public final ManualClock clock = new ManualClock();
    public final ManualDelay delay = new ManualDelay(clock);
    public final PendingCalls upstream = new PendingCalls();
    public final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    public final UpstreamMetrics metrics = new UpstreamMetrics(meters);
    private final Cooldown accountCooldown = new Cooldown(clock);
    public final EndpointGate gate = gate(ENDPOINT);

    public EndpointGate gate(UpstreamEndpoint endpoint) {
        return new EndpointGate(
                endpoint,
                new EndpointGate.Budgets(new RateBudget(clock, 1, 1.05), SharedBudget.NONE),
                new EndpointAvailability(accountCooldown, GateSettings.DEFAULT, clock),
                new Timing(clock, delay::of),
                new CallRecorder(new AccountId("mine"), endpoint, metrics));
    }

    public UniAssertSubscriber<String> ask(String what) {
        return ask(what, PATIENCE);
    }

    public UniAssertSubscriber<String> ask(String what, Duration patience) {
        return ask(Wanted.BY_NONE, what, patience);
    }

    public UniAssertSubscriber<String> ask(Wanted wanted, String what) {
        return ask(wanted, what, PATIENCE);
    }

    private UniAssertSubscriber<String> ask(Wanted wanted, String what, Duration patience) {
        return PendingCalls.caller(gate.ask(wanted, patience, "window", listener -> upstream.call(what, listener)));
    }

    /** One call that is sent at once, fails with that, and is not retried. */
    public UniAssertSubscriber<String> failing(UpstreamFailure failure) {
        UniAssertSubscriber<String> caller = ask("failing", Duration.ZERO);
        assertEquals(1, upstream.open().size());
        upstream.fail(failure);
        return caller;
    }

    /** That many failing calls, one after the other. */
    public void failing(int times, UpstreamFailure failure) {
        for (int i = 0; i < times; i++) {
            clock.advance(SPACING);
            failing(failure);
        }
    }

    /** Callers that cannot wait are refused just before that time, and served exactly at it. */
    public void assertClosedFor(Duration time, UpstreamFailure because) {
        assertRefused(ask("too early", Duration.ZERO), time, because);
        clock.advance(time.minus(JUST));
        assertRefused(ask("just too early", Duration.ZERO), JUST, because);
        clock.advance(JUST);
        int before = upstream.made().size();
        ask("in time", Duration.ZERO);
        assertEquals(before + 1, upstream.made().size());
    }

    public static void assertRefused(UniAssertSubscriber<?> caller, Duration retryAfter, UpstreamFailure because) {
        caller.assertFailed();
        RetryLater retryLater = assertInstanceOf(RetryLater.class, caller.getFailure());
        assertEquals(retryAfter, retryLater.retryAfter());
        assertSame(because, retryLater.because());
    }
}
