package dev.greengraph.gate.breaker;

import java.time.Duration;

/** Cooldowns and circuit breaker as a test wants them. */
public record GateSettings(
        Duration rateLimitBackoff,
        Duration maxRateLimitBackoff,
        Duration quotaCooldown,
        Duration unauthorizedCooldown,
        int breakerFailures,
        Duration breakerOpenFor)
        implements GateConfig {

    /** The defaults of the product. */
    public static final GateSettings DEFAULT = new GateSettings(
            Duration.ofSeconds(1),
            Duration.ofSeconds(30),
            Duration.ofMinutes(10),
            Duration.ofSeconds(30),
            5,
            Duration.ofSeconds(3));
}
