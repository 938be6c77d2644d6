package dev.greengraph.journal;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long answers are believed, and how much of them is kept. */
@ConfigMapping(prefix = "greengraph.journal")
public interface JournalConfig {

    /** Most memory for what the upstream said, all accounts together, estimated. */
    @WithDefault("128M")
    MemorySize maxMemory();

    /** How long a "not found" of the upstream is remembered. */
    @WithDefault("10s")
    Duration notFoundFor();

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
}
