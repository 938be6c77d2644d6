package dev.greengraph.journal;

import dev.greengraph.journal.budget.RateBudget;
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
            new RateBudget(clock, GateFixture.SPACING),
            new Pause(clock),
            clock,
            time -> Uni.createFrom().nothing());

    @Test
    void aRefreshWithoutPatienceTakesATurnThatIsFree() {
        UniAssertSubscriber<String> refresh = gate.ask(
                        Duration.ZERO, () -> Uni.createFrom().item("answer"))
                .subscribe()
                .withSubscriber(UniAssertSubscriber.create());

        refresh.assertCompleted().assertItem("answer");
    }
}
