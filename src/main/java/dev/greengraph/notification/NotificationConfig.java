package dev.greengraph.notification;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Notifications that the upstream sends by itself. */
@ConfigMapping(prefix = "greengraph.notifications")
public interface NotificationConfig {

    /** While notifications of a journal come, it is fresh for so long: fewer calls. Zero for as long as without them. */
    @WithDefault("60s")
    Duration freshFor();

    /** After so long without a notification they may have stopped, and the journal is read as often as without them. */
    @WithDefault("5m")
    Duration silence();

    /** The largest notification; it may hold a thumbnail. */
    @WithDefault("1M")
    MemorySize maxSize();

    /** How long the upstream lets a read of an empty queue wait for the next notification: whole seconds, 5 to 60. */
    @WithDefault("20s")
    Duration receiveTimeout();

    /** The accounts whose notifications are taken, by their names. */
    Map<String, AccountNotifications> accounts();

    /** How the notifications of an account come: pushed to an address, or read from the queue. */
    interface AccountNotifications {

        /** Whether the account's queue at the upstream is read; then it has no address. */
        @WithDefault("false")
        boolean queue();

        /** The last part of the address, {@code /webhooks/<path>}. A secret: prefer {@code path-file}. */
        Optional<String> path();

        /** A file that holds it. */
        Optional<String> pathFile();

        /** What the upstream sends as {@code Authorization}, its setting webhookUrlToken. Prefer {@code token-file}. */
        Optional<String> token();

        /** A file that holds it. */
        Optional<String> tokenFile();
    }
}
