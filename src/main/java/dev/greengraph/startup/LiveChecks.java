package dev.greengraph.startup;

import dev.greengraph.http.subscription.SubscriptionConfig;
import dev.greengraph.live.LiveConfig;
import dev.greengraph.notification.NotificationConfig;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Stops a start with settings of subscriptions and notifications that cannot work. */
class LiveChecks {

    private static final Logger LOG = Logger.getLogger(LiveChecks.class);
    private static final String LIVE = "greengraph.live.";

    private final LiveConfig config;
    private final SubscriptionConfig open;
    private final NotificationConfig notifications;
    private final Optional<Duration> shutdownDelay;

    LiveChecks(
            LiveConfig config,
            SubscriptionConfig open,
            NotificationConfig notifications,
            @ConfigProperty(name = "quarkus.shutdown.delay") Optional<Duration> shutdownDelay) {
        this.config = config;
        this.open = open;
        this.notifications = notifications;
        this.shutdownDelay = shutdownDelay;
    }

    /**
     * Whether the process ends before all subscribers are told to come back elsewhere. Without a delay it ends at once, and no
     * goodbye is expected.
     */
    static boolean isCutShort(Duration goodbye, Optional<Duration> shutdownDelay) {
        return shutdownDelay
                .filter(delay -> !delay.isZero() && goodbye.compareTo(delay) > 0)
                .isPresent();
    }

    void check(@Observes StartupEvent start) {
        SettingRange.atLeast(LIVE + "connections", open.connections(), 0);
        SettingRange.atLeast(LIVE + "subscriptions", open.subscriptions(), 0);
        SettingRange.atLeast(LIVE + "subscriptions-per-connection", open.subscriptionsPerConnection(), 1);
        open.subscriptionsPerCaller()
                .ifPresent(most -> SettingRange.atLeast(LIVE + "subscriptions-per-caller", most, 1));
        SettingRange.millisecond(LIVE + "init-time", open.initTime());
        SettingRange.atLeast(LIVE + "history", config.history(), 0);
        SettingRange.atLeast(LIVE + "buffer", config.buffer(), 1);
        SettingRange.millisecond(LIVE + "linger", config.linger());
        SettingRange.millisecond(LIVE + "max-time", open.maxTime());
        SettingRange.millisecond(LIVE + "heartbeat", open.heartbeat());
        SettingRange.notNegative(LIVE + "goodbye", open.goodbye());
        if (isCutShort(open.goodbye(), shutdownDelay)) {
            LOG.warnf(
                    "%sgoodbye is longer than quarkus.shutdown.delay: the process ends before all subscribers are told",
                    LIVE);
        }
        SettingRange.notNegative("greengraph.notifications.fresh-for", notifications.freshFor());
        SettingRange.millisecond("greengraph.notifications.silence", notifications.silence());
        SettingRange.wholeSeconds("greengraph.notifications.receive-timeout", notifications.receiveTimeout(), 5, 60);
        SettingRange.atLeast(
                "greengraph.notifications.max-size", notifications.maxSize().asLongValue(), 1);
        SettingRange.millisecond(LIVE + "auth-check", open.authCheck());
    }
}
