package dev.greengraph.gate.budget;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** When the upstream may be asked. */
@ConfigMapping(prefix = "greengraph.budget")
public interface BudgetConfig {

    /** Longest wait of a query for its slot; a later slot is refused at once with RATE_LIMITED and retryAfterMs. */
    @WithDefault("5s")
    Duration maxWait();

    /** Space between two calls, as a multiple of what the upstream's rate asks for; at least 1. */
    @WithDefault("1.05")
    double spacing();

    /** What differs for single accounts, by their name. */
    Map<String, AccountConfig> accounts();

    /** What differs for one account. */
    interface AccountConfig {
        /** As for all accounts. */
        Optional<Duration> maxWait();

        /** As for all accounts. */
        OptionalDouble spacing();
    }
}
