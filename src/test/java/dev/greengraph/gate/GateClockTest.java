package dev.greengraph.gate;

import dev.greengraph.account.AccountId;
import dev.greengraph.gate.breaker.Cooldown;
import dev.greengraph.gate.breaker.EndpointAvailability;
import dev.greengraph.gate.breaker.GateSettings;
import dev.greengraph.gate.budget.RateBudget;
import dev.greengraph.gate.shared.SharedBudget;
import dev.greengraph.gate.turn.Wanted;
import dev.greengraph.observe.UpstreamMetrics;
import dev.greengraph.upstream.failure.Failures;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** Time passes between two readings of a real clock. */
class GateClockTest {

    private static final class TickingClock extends Clock {
        private Instant now = Instant.parse("2026-01-05T10:00:00Z");
        private Duration tick = Duration.ofNanos(1_000);

        @Override
        public Instant instant() {
            now = now.plus(tick);
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

    private final TickingClock clock = new TickingClock();
    private final EndpointGate gate = new EndpointGate(
            GateFixture.ENDPOINT,
            new EndpointGate.Budgets(new RateBudget(clock, 1, 1.05), SharedBudget.NONE),
            new EndpointAvailability(new Cooldown(clock), GateSettings.DEFAULT, clock),
            new Timing(clock, time -> Uni.createFrom().nothing()),
            new CallRecorder(
                    new AccountId("mine"), GateFixture.ENDPOINT, new UpstreamMetrics(new SimpleMeterRegistry())));

    @Test
    void aCallThatCannotWaitTakesAFreeSlot() {
        ask(Uni.createFrom().item("answer")).assertCompleted().assertItem("answer");
    }

    /** A process may stop for a second between two readings, for garbage collection or a busy machine. */
    @Test
    void aStateThatIsReadSlowlyDelaysNoLaterCall() {
        ask(Uni.createFrom().failure(Failures.quotaExceeded(GateFixture.ENDPOINT)));
        Instant end = clock.now.plus(Duration.ofMinutes(10));
        clock.now = end.minus(Duration.ofMinutes(5));
        clock.tick = Duration.ofSeconds(1);

        gate.state();
        gate.nextIn();

        clock.tick = Duration.ofNanos(1_000);
        clock.now = end;
        ask(Uni.createFrom().item("answer")).assertCompleted().assertItem("answer");
    }

    private UniAssertSubscriber<String> ask(Uni<String> answer) {
        return PendingCalls.caller(gate.ask(Wanted.BY_NONE, Duration.ZERO, "window", listener -> answer));
    }
}
