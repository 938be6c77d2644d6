package dev.greengraph.startup.warmup;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How much of its start a process spends on queries that nobody asked. */
@ConfigMapping(prefix = "greengraph.warm-up")
public interface WarmUpConfig {

    /** Readiness is down for so long, at most; zero leaves the first callers to a JVM that has not run a query yet. */
    @WithDefault("2s")
    Duration time();
}
