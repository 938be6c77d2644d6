package dev.greengraph.gate.breaker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.greengraph.gate.GateFixture;
import dev.greengraph.testsupport.ManualClock;
import dev.greengraph.upstream.failure.Failures;
import dev.greengraph.upstream.failure.QuotaUse;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What calls on other threads observe while a call ends. */
class EndpointAvailabilityTest {

    /** Runs something at each reading of the time. */
    private static final class BusyClock extends Clock {
        private Runnable meanwhile = () -> {};

        @Override
        public Instant instant() {
            meanwhile.run();
            return ManualClock.START;
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

    private final BusyClock clock = new BusyClock();
    private final EndpointAvailability availability =
            new EndpointAvailability(new Cooldown(clock), GateSettings.DEFAULT, clock);

    @Test
    void noCallBeginsBetweenTheEndOfACallAndTheCooldownThatItCauses() {
        assertTrue(availability.begin());
        CompletableFuture<Boolean> began = new CompletableFuture<>();
        clock.meanwhile = () -> {
            clock.meanwhile = () -> {};
            began.completeAsync(availability::begin);
        };

        availability.ended(Failures.quotaExceeded(GateFixture.ENDPOINT));

        assertFalse(began.join());
    }

    @Test
    void aQuotaThatWasToldClosesNothingAndIsForgottenWithTheNextAnswer() {
        availability.quotaTold(QuotaUse.UNKNOWN);
        assertEquals(
                new UsedUpQuota(ManualClock.START, ManualClock.START, QuotaUse.UNKNOWN), availability.usedUpQuota());
        assertTrue(availability.begin());

        availability.ended(null);

        assertNull(availability.usedUpQuota());
    }
}
