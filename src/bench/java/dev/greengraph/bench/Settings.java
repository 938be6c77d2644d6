package dev.greengraph.bench;

import dev.greengraph.account.AccountId;
import dev.greengraph.cache.freshness.CacheConfig;
import dev.greengraph.cache.freshness.FreshnessRules;
import dev.greengraph.gate.breaker.GateConfig;
import dev.greengraph.gate.budget.BudgetConfig;
import dev.greengraph.upstream.UpstreamEndpoint;
import io.quarkus.runtime.configuration.DurationConverter;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;

/**
 * Everything that can be set, from system properties, else the defaults.
 *
 * @param bench the traffic and the upstream
 * @param journal the product's, as {@code greengraph.cache.*}
 * @param budget the product's, as {@code greengraph.budget.*}
 * @param gate the product's, as {@code greengraph.gate.*}
 */
record Settings(BenchConfig bench, CacheConfig cache, BudgetConfig budget, GateConfig gate) {

    private static final int FIRST = 1_000;
    private static final AccountId ANY = new AccountId("any");

    static Settings read() {
        return read(Map.of());
    }

    /** The same with other defaults. */
    static Settings read(Map<String, String> defaults) {
        SmallRyeConfig config = new SmallRyeConfigBuilder()
                .addSystemSources()
                .withDefaultValues(defaults)
                .withConverter(Duration.class, FIRST, new DurationConverter())
                .withConverter(MemorySize.class, FIRST, new MemorySizeConverter())
                .withMapping(BenchConfig.class, "bench")
                .withMapping(CacheConfig.class)
                .withMapping(BudgetConfig.class)
                .withMapping(GateConfig.class)
                .build();
        return new Settings(
                config.getConfigMapping(BenchConfig.class, "bench"),
                config.getConfigMapping(CacheConfig.class),
                config.getConfigMapping(BudgetConfig.class),
                config.getConfigMapping(GateConfig.class));
    }

    /** How long an answer of that method is fresh. */
    Duration freshFor(UpstreamEndpoint endpoint) {
        return FreshnessRules.of(cache, ANY).of(endpoint).freshFor();
    }
}
