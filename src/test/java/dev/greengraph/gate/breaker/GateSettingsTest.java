package dev.greengraph.gate.breaker;

import static dev.greengraph.gate.GateFixture.ENDPOINT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.greengraph.testsupport.ManualClock;
import dev.greengraph.upstream.failure.Failures;
import dev.greengraph.upstream.failure.UpstreamFailure;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Each cooldown and the circuit breaker follow their setting. */
class GateSettingsTest {

    private final ManualClock clock = new ManualClock();
    private final EndpointAvailability availability = new EndpointAvailability(
            new Cooldown(clock),
            new GateSettings(
                    Duration.ofSeconds(2),
                    Duration.ofSeconds(3),
                    Duration.ofHours(1),
                    Duration.ofMinutes(5),
                    2,
                    Duration.ofSeconds(7)),
            clock);

    @Test
    void theBackoffAfterARateLimitDoublesUpToItsLimit() {
        assertEquals(Duration.ofSeconds(2), closedAfter(Failures.rateLimited(ENDPOINT)));
        clock.advance(Duration.ofSeconds(2));
        assertEquals(Duration.ofSeconds(3), closedAfter(Failures.rateLimited(ENDPOINT)));
    }

    @Test
    void theQuotaHasItsOwnCooldown() {
        assertEquals(Duration.ofHours(1), closedAfter(Failures.quotaExceeded(ENDPOINT)));
    }

    @Test
    void aRefusedTokenHasItsOwnCooldown() {
        assertEquals(Duration.ofMinutes(5), closedAfter(Failures.unauthorized(ENDPOINT)));
    }

    @Test
    void theBreakerOpensAfterThatManyFailuresForThatLong() {
        assertEquals(Duration.ZERO, closedAfter(Failures.unavailable(ENDPOINT)));
        assertFalse(availability.isClosed());
        assertEquals(Duration.ofSeconds(7), closedAfter(Failures.timedOut(ENDPOINT)));
    }

    @Test
    void testsUseTheDefaultsOfTheProduct() {
        GateConfig product = new SmallRyeConfigBuilder()
                .withConverter(Duration.class, 100, new DurationConverter())
                .withMapping(GateConfig.class)
                .build()
                .getConfigMapping(GateConfig.class);

        assertEquals(
                GateSettings.DEFAULT,
                new GateSettings(
                        product.rateLimitBackoff(),
                        product.maxRateLimitBackoff(),
                        product.quotaCooldown(),
                        product.unauthorizedCooldown(),
                        product.breakerFailures(),
                        product.breakerOpenFor()));
    }

    private Duration closedAfter(UpstreamFailure failure) {
        assertTrue(availability.begin());
        availability.ended(failure);
        return availability.nextIn();
    }
}
