package dev.greengraph.cache.freshness;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** How long answers are believed, and how much of them is kept. */
@ConfigMapping(prefix = "greengraph.journal")
public interface CacheConfig {

    /** Most memory for what the upstream said, all accounts together, estimated. */
    @WithDefault("128M")
    MemorySize maxMemory();

    /** How long it is remembered that the upstream does not know a message or a chat, or grants no statuses. */
    @WithDefault("10s")
    Duration notFoundFor();

    /** What differs for single accounts, by their name. */
    Map<String, AccountConfig> accounts();

    /** The journals of incoming and outgoing messages. */
    JournalsConfig messages();

    /** The history of one chat. */
    HistoryConfig history();

    /** A single message. */
    MessageConfig message();

    /** The statuses of contacts. */
    StatusesConfig statuses();

    /** The journals of incoming and outgoing messages. */
    interface JournalsConfig {
        /** Up to this age an answer is served without asking again; zero refreshes on every read. */
        @WithDefault("5s")
        Duration freshFor();

        /** Up to this age it is served, marked STALE, while it is refreshed or if it cannot be. */
        @WithDefault("1h")
        Duration staleFor();
    }

    /** The history of one chat. */
    interface HistoryConfig {
        /** Up to this age an answer is served without asking again; zero refreshes on every read. */
        @WithDefault("30s")
        Duration freshFor();

        /** Up to this age it is served, marked STALE, while it is refreshed or if it cannot be. */
        @WithDefault("24h")
        Duration staleFor();
    }

    /** A single message. */
    interface MessageConfig {
        /** Up to this age an answer is served without asking again; zero refreshes on every read. */
        @WithDefault("60s")
        Duration freshFor();

        /** Up to this age it is served while it is refreshed or if it cannot be. */
        @WithDefault("24h")
        Duration staleFor();
    }

    /** The statuses of contacts. */
    interface StatusesConfig {
        /** Up to this age an answer is served without asking again; zero refreshes on every read. */
        @WithDefault("60s")
        Duration freshFor();

        /** Up to this age it is served, marked STALE, while it is refreshed or if it cannot be. */
        @WithDefault("24h")
        Duration staleFor();
    }

    /** What differs for one account. */
    interface AccountConfig {
        /** As for all accounts. */
        Optional<Duration> notFoundFor();

        /** As for all accounts. */
        Ages messages();

        /** As for all accounts. */
        Ages history();

        /** As for all accounts. */
        Ages message();

        /** As for all accounts. */
        Ages statuses();
    }

    /** How long answers are believed. */
    interface Ages {
        /** As for all accounts. */
        Optional<Duration> freshFor();

        /** As for all accounts. */
        Optional<Duration> staleFor();
    }
}
