package dev.greengraph.gate.breaker;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long calls are kept away from an upstream that fails or refuses them. The same for all accounts. */
@ConfigMapping(prefix = "greengraph.gate")
public interface GateConfig {

    /** Cooldown of one endpoint after the first 429; doubled by each further one until an answer comes. */
    @WithDefault("1s")
    Duration rateLimitBackoff();

    /** Longest cooldown after a 429. */
    @WithDefault("30s")
    Duration maxRateLimitBackoff();

    /** Cooldown of one endpoint after a 466: the quota of a month does not come back in seconds. */
    @WithDefault("10m")
    Duration quotaCooldown();

    /** Cooldown of all endpoints of an account whose token was refused. */
    @WithDefault("30s")
    Duration unauthorizedCooldown();

    /** Failures in a row (unreachable, 5xx, no answer in time) that open the circuit breaker of one endpoint. */
    @WithDefault("5")
    int breakerFailures();

    /** How long the circuit breaker stays open before a probe. */
    @WithDefault("3s")
    Duration breakerOpenFor();
}
