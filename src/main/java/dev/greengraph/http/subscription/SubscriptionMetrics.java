package dev.greengraph.http.subscription;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.function.IntSupplier;

/** Records subscriptions: how many are open, over how many connections, and how many results they were sent. */
@Singleton
class SubscriptionMetrics {

    private final MeterRegistry registry;
    private final Counter results;

    SubscriptionMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.results = Counter.builder("greengraph.live.results")
                .description("Results sent to subscribers")
                .register(registry);
    }

    /** @param open asked with every scrape */
    void connections(IntSupplier open) {
        gauge("greengraph.live.connections", "Connections that subscriptions are told over", open);
    }

    /** @param open asked with every scrape */
    void subscriptions(IntSupplier open) {
        gauge("greengraph.live.subscriptions", "Subscriptions that are open", open);
    }

    /** A subscriber was sent a result. */
    void told() {
        results.increment();
    }

    private void gauge(String name, String description, IntSupplier value) {
        Gauge.builder(name, value::getAsInt).description(description).register(registry);
    }
}
