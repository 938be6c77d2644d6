package dev.greengraph.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.greengraph.account.AccountId;
import dev.greengraph.journal.budget.RateBudget;
import dev.greengraph.observe.JournalMetrics;
import dev.greengraph.testsupport.ManualClock;
import dev.greengraph.testsupport.ManualDelay;
import dev.greengraph.upstream.UpstreamEndpoint;
import dev.greengraph.upstream.failure.UpstreamFailure;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import java.time.Duration;

/** The gates of one account with time that a test moves, and an upstream that it plays. */
class GateFixture {

    static final Duration SPACING = Duration.ofMillis(1_050);
    static final Duration PATIENCE = Duration.ofSeconds(5);
    static final Duration JUST = Duration.ofMillis(1);
    static final UpstreamEndpoint ENDPOINT = UpstreamEndpoint.GET_CHAT_HISTORY;

    final ManualClock clock = new ManualClock();
    final ManualDelay delay = new ManualDelay(clock);
    final PendingCalls upstream = new PendingCalls();
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final JournalMetrics metrics = new JournalMetrics(meters);
    private final Pause accountPause = new Pause(clock);
    final EndpointGate gate = gate(ENDPOINT);

    EndpointGate gate(UpstreamEndpoint endpoint) {
        return new EndpointGate(
                endpoint,
                new RateBudget(clock, 1, 1.05),
                new EndpointHealth(accountPause, clock),
                new JournalTime(clock, delay::of),
                new CallRecorder(new AccountId("mine"), endpoint, metrics));
    }

    UniAssertSubscriber<String> ask(String what) {
        return ask(what, PATIENCE);
    }

    UniAssertSubscriber<String> ask(String what, Duration patience) {
        return PendingCalls.caller(gate.ask(patience, "window", watch -> upstream.call(what, watch)));
    }

    /** One call that is sent at once, fails like that, and is not tried again. */
    UniAssertSubscriber<String> failing(UpstreamFailure failure) {
        UniAssertSubscriber<String> caller = ask("failing", Duration.ZERO);
        assertEquals(1, upstream.open().size());
        upstream.fail(failure);
        return caller;
    }

    /** So many failing calls, one after the other. */
    void failing(int times, UpstreamFailure failure) {
        for (int i = 0; i < times; i++) {
            clock.advance(SPACING);
            failing(failure);
        }
    }

    /** Impatient callers are refused just before that time is over, and served exactly when it is. */
    void assertClosedFor(Duration time, UpstreamFailure because) {
        assertRefused(ask("too early", Duration.ZERO), time, because);
        clock.advance(time.minus(JUST));
        assertRefused(ask("just too early", Duration.ZERO), JUST, because);
        clock.advance(JUST);
        int before = upstream.made().size();
        ask("in time", Duration.ZERO);
        assertEquals(before + 1, upstream.made().size());
    }

    static void assertRefused(UniAssertSubscriber<?> caller, Duration retryAfter, UpstreamFailure because) {
        caller.assertFailed();
        NotNow notNow = assertInstanceOf(NotNow.class, caller.getFailure());
        assertEquals(retryAfter, notNow.retryAfter());
        assertSame(because, notNow.because());
    }
}
