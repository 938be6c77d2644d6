package dev.greengraph.cache.freshness;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** How long answers are believed, and how much of them is kept. */
@ConfigMapping(prefix = "greengraph.cache")
public interface CacheConfig {

    /** Most memory for what the upstream said, all accounts together, estimated. */
    @WithDefault("128M")
    MemorySize maxMemory();

    /** How long it is remembered that the upstream does not know a message or a chat, or grants no statuses. */
    @WithDefault("10s")
    Duration notFoundFor();

    /** The least age that {@code @freshness(maxAge)} can demand; less counts as this. */
    @WithDefault("1s")
    Duration leastMaxAge();

    /** How far back beyond the last answer a revalidation of a journal asks, in place of reading it whole: entries come late. */
    @WithDefault("3m")
    Duration journalOverlap();

    /** How long a journal is read in parts before it is read whole again; zero reads it whole always. */
    @WithDefault("10m")
    Duration journalWholeEvery();

    /** What differs for single accounts, by their name. */
    Map<String, AccountConfig> accounts();

    /** How long answers are believed, by what {@code EndpointTable} calls the settings of an endpoint. */
    @WithParentName
    Map<String, Ages> endpoints();

    /** What differs for one account. */
    interface AccountConfig {
        /** As for all accounts. */
        Optional<Duration> notFoundFor();

        /** As for all accounts. */
        @WithParentName
        Map<String, Ages> endpoints();
    }

    /** How long answers are believed; without it as the table of endpoints says, or as for all accounts. */
    interface Ages {
        /** Up to this age an answer is served without asking again; zero refreshes on every read. */
        Optional<Duration> freshFor();

        /** Up to this age it is served, marked STALE, while it is refreshed or if it cannot be. */
        Optional<Duration> staleFor();
    }
}
