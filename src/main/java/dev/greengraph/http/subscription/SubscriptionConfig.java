package dev.greengraph.http.subscription;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.OptionalInt;

/** How many subscriptions there may be, and how long. */
@ConfigMapping(prefix = "greengraph.live")
public interface SubscriptionConfig {

    /** Connections that stay open at once, streams of events and WebSockets; one more is refused. Zero for none. */
    @WithDefault("6000")
    int connections();

    /** Subscriptions of all callers at once; one more is refused. */
    @WithDefault("6000")
    int subscriptions();

    /** Subscriptions of one WebSocket at once. */
    @WithDefault("50")
    int subscriptionsPerConnection();

    /** Subscriptions of one caller at once: an API key's owner, or a token's principal. Without it as many as there are. */
    OptionalInt subscriptionsPerCaller();

    /** How long a WebSocket may take until it says who its caller is. */
    @WithDefault("5s")
    Duration initTime();

    /** How long a subscription may last; its client then subscribes again from where it was. */
    @WithDefault("1h")
    Duration maxTime();

    /** How often something is sent where nothing changes, so that proxies keep the connection. */
    @WithDefault("15s")
    Duration heartbeat();

    /** Where the process ends after a delay: the connections are ended at moments of chance within that time. */
    @WithDefault("4s")
    Duration goodbye();

    /** How often it is looked whether the caller may still read the account. */
    @WithDefault("1m")
    Duration authCheck();
}
