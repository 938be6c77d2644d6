package dev.greengraph.observe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class UpstreamMetricsTest {

    private final MeterRegistry registry = new SimpleMeterRegistry();
    private final UpstreamMetrics metrics = new UpstreamMetrics(registry);
    private final EndpointMetrics main = metrics.endpoint("main", "getMessage");

    @ParameterizedTest
    @EnumSource
    void countsCallsByOutcome(CallOutcome outcome) {
        main.called(outcome, Duration.ofMillis(300));
        main.called(outcome, Duration.ofMillis(100));

        assertEquals(2, count("greengraph.upstream.calls", "outcome", tag(outcome)));
        assertEquals(2, total("greengraph.upstream.calls"), "and no other outcome");
        assertEquals(400, timer("greengraph.upstream.call").totalTime(TimeUnit.MILLISECONDS));
    }

    @ParameterizedTest
    @EnumSource(names = {"FRESH", "STALE"})
    void countsWhatIsServedAndItsAge(ReadFreshness freshness) {
        main.served(freshness, Duration.ofSeconds(4));

        assertEquals(1, count("greengraph.cache.reads", "freshness", tag(freshness)));
        assertEquals(1, total("greengraph.cache.reads"), "and nothing else");
        assertEquals(4, timer("greengraph.cache.age").totalTime(TimeUnit.SECONDS));
    }

    @Test
    void whatIsNotThereHasNoAge() {
        main.missed();

        assertEquals(1, count("greengraph.cache.reads", "freshness", "absent"));
        assertEquals(0, timer("greengraph.cache.age").count());
    }

    @ParameterizedTest
    @EnumSource
    void countsRefusalsByReason(RefusalReason reason) {
        main.refused(reason);

        assertEquals(1, count("greengraph.gate.refusals", "reason", tag(reason)));
        assertEquals(1, total("greengraph.gate.refusals"), "and no other reason");
    }

    @Test
    void countsSharedCallsAndWaits() {
        main.shared();
        main.waited(Duration.ZERO);
        main.waited(Duration.ofMillis(1_050));

        assertEquals(1, total("greengraph.cache.shared"));
        assertEquals(2, timer("greengraph.budget.wait").count());
        assertEquals(1_050, timer("greengraph.budget.wait").totalTime(TimeUnit.MILLISECONDS));
    }

    @Test
    void keepsAccountsAndEndpointsApart() {
        metrics.endpoint("main", "getChatHistory").shared();
        metrics.endpoint("second", "getMessage").shared();
        main.shared();

        assertEquals(
                1,
                registry.get("greengraph.cache.shared")
                        .tags("account", "second", "endpoint", "getMessage")
                        .counter()
                        .count());
        assertEquals(3, total("greengraph.cache.shared"));
    }

    @Test
    void makesMetersOnceAndOnlyForWhatHappens() {
        assertTrue(registry.getMeters().isEmpty(), "nothing has happened");

        main.shared();
        int meters = registry.getMeters().size();
        main.called(CallOutcome.FAILED, Duration.ZERO);
        main.refused(RefusalReason.FULL);

        assertEquals(meters, registry.getMeters().size(), "all were there");
        assertSame(main, metrics.endpoint("main", "getMessage"));
    }

    @Test
    void showsMemoryAsItIsNow() {
        AtomicLong held = new AtomicLong(10);
        metrics.memory(1_000, held::get);
        held.set(20);

        assertEquals(20, registry.get("greengraph.cache.held").gauge().value());
        assertEquals(1_000, registry.get("greengraph.cache.held.limit").gauge().value());
    }

    private double count(String name, String tag, String value) {
        return registry.get(name).tag(tag, value).counter().count();
    }

    private double total(String name) {
        return registry.get(name).counters().stream()
                .mapToDouble(counter -> counter.count())
                .sum();
    }

    private Timer timer(String name) {
        return registry.get(name).timer();
    }

    private static String tag(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
