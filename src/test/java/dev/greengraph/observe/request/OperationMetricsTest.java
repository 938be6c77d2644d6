package dev.greengraph.observe.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class OperationMetricsTest {

    private final MeterRegistry registry = new SimpleMeterRegistry();

    @Test
    void recordsKnownNames() {
        OperationMetrics metrics = new OperationMetrics(registry, Set.of("Inbox", "Chat"));

        metrics.ended("Inbox", RequestOutcome.ANSWERED, Duration.ofMillis(30));

        assertEquals(
                30,
                registry.get("greengraph.operation")
                        .tags("operation", "Inbox", "outcome", "answered")
                        .timer()
                        .totalTime(TimeUnit.MILLISECONDS));
    }

    @Test
    void makesNoSeriesForAnotherName() {
        OperationMetrics metrics = new OperationMetrics(registry, Set.of("Inbox"));
        int before = registry.getMeters().size();

        metrics.ended("ChosenByACaller", RequestOutcome.ANSWERED, Duration.ofMillis(30));

        assertEquals(before, registry.getMeters().size());
    }

    @Test
    void makesNoneWhereAnyDocumentIsAllowed() {
        new OperationMetrics(registry, Set.of()).ended("Any", RequestOutcome.ANSWERED, Duration.ZERO);

        assertTrue(registry.getMeters().isEmpty());
    }
}
