package dev.greengraph.notification;

import dev.greengraph.observe.Meters;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Objects;

/** Counts notifications by their kind. */
@Singleton
class NotificationMetrics {

    private final Map<NotificationKind, Counter> taken;

    NotificationMetrics(MeterRegistry registry) {
        taken = Meters.of(registry)
                .counters(
                        "greengraph.notifications",
                        "Notifications of the upstream that were taken",
                        "kind",
                        NotificationKind.class);
    }

    void taken(NotificationKind kind) {
        Objects.requireNonNull(taken.get(kind)).increment();
    }
}
