package dev.greengraph.observe.request;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MockClock;
import io.micrometer.core.instrument.simple.SimpleConfig;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RequestMetricsTest {

    private enum Code {
        BAD,
        WORSE
    }

    private final MockClock clock = new MockClock();
    private final MeterRegistry registry = new SimpleMeterRegistry(SimpleConfig.DEFAULT, clock);
    private final RequestMetrics<Code> metrics = new RequestMetrics<>(registry, Code.class);

    @Test
    void recordsTimeByOutcome() {
        long begun = metrics.begun();
        clock.add(Duration.ofMillis(70));
        metrics.ended(begun, RequestOutcome.PARTIAL, Set.of());

        assertEquals(
                70,
                registry.get("greengraph.request")
                        .tag("outcome", "partial")
                        .timer()
                        .totalTime(TimeUnit.MILLISECONDS));
        assertEquals(
                1,
                registry.get("greengraph.request").timers().stream()
                        .mapToLong(timer -> timer.count())
                        .sum());
    }

    @Test
    void countsEachCodeOfARequest() {
        metrics.ended(metrics.begun(), RequestOutcome.REFUSED, EnumSet.of(Code.BAD));
        metrics.ended(metrics.begun(), RequestOutcome.REFUSED, EnumSet.allOf(Code.class));

        assertEquals(2, errors("bad"));
        assertEquals(1, errors("worse"));
    }

    @Test
    void showsWhatIsInFlight() {
        long first = metrics.begun();
        long second = metrics.begun();
        assertEquals(2, inFlight());

        metrics.ended(first, RequestOutcome.ANSWERED, Set.of());
        assertEquals(1, inFlight());

        metrics.ended(second, RequestOutcome.ABANDONED, Set.of());
        assertEquals(0, inFlight());
    }

    private double errors(String code) {
        return registry.get("greengraph.request.errors")
                .tag("code", code)
                .counter()
                .count();
    }

    private double inFlight() {
        return registry.get("greengraph.requests.in.flight").gauge().value();
    }
}
