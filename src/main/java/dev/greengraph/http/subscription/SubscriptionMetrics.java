package dev.greengraph.http.subscription;

import dev.greengraph.observe.Meters;
import dev.greengraph.observe.request.AnswerMetrics.Source;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntSupplier;

/** Records subscriptions: how many are open, over how many connections, and how many results they were sent. */
@Singleton
class SubscriptionMetrics {

    private final Meters meters;
    private final Map<Source, Counter> results;

    SubscriptionMetrics(MeterRegistry registry) {
        this.meters = Meters.of(registry);
        this.results =
                meters.counters("greengraph.live.results", "Results sent to subscribers", "source", Source.class);
    }

    /** @param open asked with every scrape */
    void connections(IntSupplier open) {
        meters.gauge("greengraph.live.connections", "Connections that subscriptions are told over", open);
    }

    /** @param open asked with every scrape */
    void subscriptions(IntSupplier open) {
        meters.gauge("greengraph.live.subscriptions", "Subscriptions that are open", open);
    }

    /** A subscriber was sent a result. */
    void told(Source source) {
        Objects.requireNonNull(results.get(source)).increment();
    }
}
