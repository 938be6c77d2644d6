package dev.greengraph.gate;

import dev.greengraph.account.AccountId;
import dev.greengraph.gate.budget.RateBudget;
import dev.greengraph.observe.JournalMetrics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** Real clocks go on between two looks at them. */
class GateClockTest {

    private static final class TickingClock extends Clock {
        private Instant now = Instant.parse("2026-01-05T10:00:00Z");

        @Override
        public Instant instant() {
            now = now.plusNanos(1_000);
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    private final Clock clock = new TickingClock();
    private final EndpointGate gate = new EndpointGate(
            GateFixture.ENDPOINT,
            new RateBudget(clock, 1, 1.05),
            new CircuitBreaker(new Cooldown(clock), clock),
            new Timing(clock, time -> Uni.createFrom().nothing()),
            new CallRecorder(
                    new AccountId("mine"), GateFixture.ENDPOINT, new JournalMetrics(new SimpleMeterRegistry())));

    @Test
    void whoHasNoPatienceTakesATurnThatIsFree() {
        UniAssertSubscriber<String> caller = gate.ask(
                        Duration.ZERO, "window", watch -> Uni.createFrom().item("answer"))
                .subscribe()
                .withSubscriber(UniAssertSubscriber.create());

        caller.assertCompleted().assertItem("answer");
    }
}
