package dev.greengraph.gate.breaker;

import dev.greengraph.upstream.failure.UpstreamFailure;
import java.time.Clock;
import java.time.Duration;

/**
 * The cooldowns that refusals of the upstream begin: after a 429 a backoff that doubles, after a 466 a long one, after a 401
 * one for all endpoints of the account. Guarded by the lock of {@link EndpointAvailability}.
 */
final class Cooldowns {

    private final Cooldown account;
    private final Cooldown endpoint;
    private final GateConfig config;
    private Duration backoff;

    Cooldowns(Cooldown account, GateConfig config, Clock clock) {
        this.account = account;
        this.endpoint = new Cooldown(clock);
        this.config = config;
        this.backoff = config.rateLimitBackoff();
    }

    /** Begins the cooldown that this failure asks for, if any. */
    void failed(UpstreamFailure failure) {
        switch (failure.outcome()) {
            case RATE_LIMITED -> {
                endpoint.begin(backoff, failure);
                backoff = shorter(backoff.multipliedBy(2), config.maxRateLimitBackoff());
            }
            case QUOTA_EXCEEDED -> endpoint.begin(config.quotaCooldown(), failure);
            case UNAUTHORIZED -> account.begin(config.unauthorizedCooldown(), failure);
            default -> {}
        }
    }

    /** Begins one of that length for the endpoint. */
    void begin(UpstreamFailure failure, Duration time) {
        endpoint.begin(time, failure);
    }

    /** The upstream answered: the next backoff is the shortest again. */
    void answered() {
        backoff = config.rateLimitBackoff();
    }

    /** The one that ends last. */
    Cooldown longest() {
        return account.end().isAfter(endpoint.end()) ? account : endpoint;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
