package dev.greengraph.cache.freshness;

import dev.greengraph.account.AccountId;
import dev.greengraph.cache.freshness.CacheConfig.AccountConfig;
import dev.greengraph.cache.freshness.CacheConfig.Ages;
import dev.greengraph.upstream.UpstreamEndpoint;
import dev.greengraph.upstream.UpstreamEndpoint.Freshness;
import dev.greengraph.upstream.endpoint.EndpointTable;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How long the answers to one account are believed: its own settings, else those of all accounts, else the defaults of the
 * endpoint.
 *
 * @param byEndpoint a rule for each endpoint
 * @param notFoundFor how long it is believed that there is no such message or chat, or no grant
 * @param leastMaxAge the least age that a caller can demand
 * @param journals how much of a journal is asked for
 */
public record FreshnessRules(
        Map<UpstreamEndpoint, FreshnessRule> byEndpoint,
        Duration notFoundFor,
        Duration leastMaxAge,
        JournalReading journals) {

    /** Keeps a copy of the rules. */
    public FreshnessRules {
        byEndpoint = Map.copyOf(byEndpoint);
    }

    /** The rules of an account. */
    public static FreshnessRules of(CacheConfig config, AccountId account) {
        Optional<AccountConfig> own = Optional.ofNullable(config.accounts().get(account.value()));
        Map<UpstreamEndpoint, FreshnessRule> rules = EndpointTable.ALL.stream()
                .collect(Collectors.toMap(
                        endpoint -> endpoint, endpoint -> rule(endpoint.freshness(), config.endpoints(), own)));
        return new FreshnessRules(
                rules,
                own.flatMap(AccountConfig::notFoundFor).orElse(config.notFoundFor()),
                config.leastMaxAge(),
                new JournalReading(config.journalOverlap(), config.journalWholeEvery()));
    }

    /** The rule of an endpoint. */
    public FreshnessRule of(UpstreamEndpoint endpoint) {
        return Objects.requireNonNull(byEndpoint.get(endpoint));
    }

    /** The same as far as a caller demands nothing else. */
    public FreshnessRules demanding(FreshnessDemand demand) {
        Map<UpstreamEndpoint, FreshnessRule> demanded = new HashMap<>();
        byEndpoint.forEach((endpoint, rule) -> demanded.put(
                endpoint,
                demand.rule(rule, longer(leastMaxAge, endpoint.freshness().renewedEvery()))));
        return new FreshnessRules(demanded, notFoundFor, leastMaxAge, journals);
    }

    /** The same, with journals that are always read whole. */
    public FreshnessRules whole() {
        return new FreshnessRules(byEndpoint, notFoundFor, leastMaxAge, JournalReading.WHOLE);
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private static FreshnessRule rule(Freshness defaults, Map<String, Ages> all, Optional<AccountConfig> own) {
        Optional<Ages> ofAccount = own.map(AccountConfig::endpoints).map(ages -> ages.get(defaults.settings()));
        Optional<Ages> ofAll = Optional.ofNullable(all.get(defaults.settings()));
        return new FreshnessRule(
                first(Ages::freshFor, ofAccount, ofAll).orElse(defaults.freshFor()),
                first(Ages::staleFor, ofAccount, ofAll).orElse(defaults.staleFor()));
    }

    private static Optional<Duration> first(
            Function<Ages, Optional<Duration>> which, Optional<Ages> ofAccount, Optional<Ages> ofAll) {
        return Stream.of(ofAccount, ofAll)
                .flatMap(ages -> ages.flatMap(which).stream())
                .findFirst();
    }
}
