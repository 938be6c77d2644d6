package dev.greengraph.startup;

import dev.greengraph.http.subscription.SubscriptionConfig;
import dev.greengraph.live.LiveConfig;
import dev.greengraph.notification.NotificationConfig;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;

/** Stops a start with settings of subscriptions and notifications that cannot work. */
class LiveChecks {

    private static final String LIVE = "greengraph.live.";

    private final LiveConfig config;
    private final SubscriptionConfig open;
    private final NotificationConfig notifications;

    LiveChecks(LiveConfig config, SubscriptionConfig open, NotificationConfig notifications) {
        this.config = config;
        this.open = open;
        this.notifications = notifications;
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
        SettingRange.notNegative("greengraph.notifications.fresh-for", notifications.freshFor());
        SettingRange.millisecond("greengraph.notifications.silence", notifications.silence());
        SettingRange.atLeast(
                "greengraph.notifications.max-size", notifications.maxSize().asLongValue(), 1);
        SettingRange.millisecond(LIVE + "auth-check", open.authCheck());
    }
}
