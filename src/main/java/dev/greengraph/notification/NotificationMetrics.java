package dev.greengraph.notification;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Counts notifications by their kind. */
@Singleton
class NotificationMetrics {

    private final Map<NotificationKind, Counter> taken = new EnumMap<>(NotificationKind.class);

    NotificationMetrics(MeterRegistry registry) {
        for (NotificationKind kind : NotificationKind.values()) {
            taken.put(
                    kind,
                    Counter.builder("greengraph.notifications")
                            .description("Notifications of the upstream that were taken")
                            .tag("kind", kind.name().toLowerCase(Locale.ROOT))
                            .register(registry));
        }
    }

    void taken(NotificationKind kind) {
        Objects.requireNonNull(taken.get(kind)).increment();
    }
}
