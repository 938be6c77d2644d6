package dev.greengraph.gate;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.greengraph.testsupport.ManualClock;
import dev.greengraph.upstream.failure.Failures;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What callers on other threads find while a call ends. */
class CircuitBreakerTest {

    /** Lets somebody else begin at each look at the time. */
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
    private final CircuitBreaker breaker = new CircuitBreaker(new Cooldown(clock), clock);

    @Test
    void nobodyBeginsBetweenTheEndOfACallAndThePauseThatItCauses() {
        assertTrue(breaker.begin());
        CompletableFuture<Boolean> began = new CompletableFuture<>();
        clock.meanwhile = () -> {
            clock.meanwhile = () -> {};
            began.completeAsync(breaker::begin);
        };

        breaker.ended(Failures.quotaExceeded(GateFixture.ENDPOINT));

        assertFalse(began.join());
    }
}
