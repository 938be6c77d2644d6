package dev.greengraph.cache.freshness;

import dev.greengraph.account.AccountId;
import dev.greengraph.cache.freshness.CacheConfig.AccountConfig;
import dev.greengraph.cache.freshness.CacheConfig.Ages;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/**
 * How long the answers to one account are believed: its own settings, else those of all.
 *
 * @param messages the journals of incoming and outgoing messages
 * @param history the history of one chat
 * @param message a single message
 * @param statuses the statuses of contacts
 * @param notFoundFor how long it is believed that there is no such message or chat, or no grant
 */
public record FreshnessRules(
        FreshnessRule messages,
        FreshnessRule history,
        FreshnessRule message,
        FreshnessRule statuses,
        Duration notFoundFor) {

    /** The rules of an account. */
    public static FreshnessRules of(CacheConfig config, AccountId account) {
        Optional<AccountConfig> own = Optional.ofNullable(config.accounts().get(account.value()));
        return new FreshnessRules(
                rule(config.messages().freshFor(), config.messages().staleFor(), own.map(AccountConfig::messages)),
                rule(config.history().freshFor(), config.history().staleFor(), own.map(AccountConfig::history)),
                rule(config.message().freshFor(), config.message().staleFor(), own.map(AccountConfig::message)),
                rule(config.statuses().freshFor(), config.statuses().staleFor(), own.map(AccountConfig::statuses)),
                own.flatMap(AccountConfig::notFoundFor).orElse(config.notFoundFor()));
    }

    private static FreshnessRule rule(Duration freshFor, Duration staleFor, Optional<Ages> own) {
        return new FreshnessRule(either(own, Ages::freshFor, freshFor), either(own, Ages::staleFor, staleFor));
    }

    private static Duration either(Optional<Ages> own, Function<Ages, Optional<Duration>> which, Duration ofAll) {
        return own.flatMap(which).orElse(ofAll);
    }
}
