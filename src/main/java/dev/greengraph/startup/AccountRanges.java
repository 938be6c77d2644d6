package dev.greengraph.startup;

import dev.greengraph.account.AccountId;
import dev.greengraph.cache.freshness.CacheConfig;
import dev.greengraph.cache.freshness.FreshnessRules;
import dev.greengraph.gate.breaker.GateConfig;
import dev.greengraph.gate.budget.BudgetConfig;
import dev.greengraph.gate.budget.BudgetRules;
import dev.greengraph.upstream.endpoint.EndpointTable;
import java.util.Set;
import java.util.stream.Collectors;

/** Checks the settings of cache, budget and gate, for all accounts and for single ones. */
final class AccountRanges {

    /** No account can have this name: gives the settings for all accounts. */
    private static final AccountId ANY = new AccountId("_");

    private static final Set<String> SETTINGS = EndpointTable.ALL.stream()
            .map(endpoint -> endpoint.freshness().settings())
            .collect(Collectors.toUnmodifiableSet());

    private AccountRanges() {}

    static void check(CacheConfig cache, BudgetConfig budget, GateConfig gate, Set<String> accounts) {
        SettingRange.atLeast("greengraph.cache.max-memory", cache.maxMemory().asLongValue(), 1);
        SettingRange.notNegative("greengraph.cache.least-max-age", cache.leastMaxAge());
        SettingRange.notNegative("greengraph.cache.journal-whole-every", cache.journalWholeEvery());
        SettingRange.notNegative("greengraph.cache.journal-overlap", cache.journalOverlap());
        endpoints("greengraph.cache.", cache.endpoints().keySet());
        freshness("greengraph.cache.", FreshnessRules.of(cache, ANY));
        budget("greengraph.budget.", BudgetRules.of(budget, ANY));
        gate("greengraph.gate.", gate);
        cache.accounts().forEach((name, own) -> {
            SettingRange.oneOf("greengraph.cache.accounts." + name, name, accounts);
            endpoints("greengraph.cache.accounts." + name + ".", own.endpoints().keySet());
            freshness("greengraph.cache.accounts." + name + ".", FreshnessRules.of(cache, new AccountId(name)));
        });
        budget.accounts().keySet().forEach(name -> {
            SettingRange.oneOf("greengraph.budget.accounts." + name, name, accounts);
            budget("greengraph.budget.accounts." + name + ".", BudgetRules.of(budget, new AccountId(name)));
        });
    }

    private static void freshness(String prefix, FreshnessRules rules) {
        SettingRange.notNegative(prefix + "not-found-for", rules.notFoundFor());
        rules.byEndpoint().forEach((endpoint, rule) -> {
            String setting = prefix + endpoint.freshness().settings();
            SettingRange.ages(setting, rule.freshFor(), rule.staleFor());
            SettingRange.noShorter(
                    setting + ".fresh-for",
                    rule.freshFor(),
                    endpoint.freshness().renewedEvery());
        });
    }

    /** The mapping accepts any name; the table of endpoints has the valid ones. */
    private static void endpoints(String prefix, Set<String> names) {
        names.forEach(name -> SettingRange.oneOf(prefix + name, name, "the settings of an endpoint", SETTINGS));
    }

    private static void budget(String prefix, BudgetRules rules) {
        SettingRange.spacing(prefix + "spacing", rules.spacing());
        SettingRange.notNegative(prefix + "max-wait", rules.maxWait());
    }

    private static void gate(String prefix, GateConfig gate) {
        SettingRange.millisecond(prefix + "rate-limit-backoff", gate.rateLimitBackoff());
        SettingRange.millisecond(prefix + "max-rate-limit-backoff", gate.maxRateLimitBackoff());
        SettingRange.backoff(prefix + "max-rate-limit-backoff", gate.rateLimitBackoff(), gate.maxRateLimitBackoff());
        SettingRange.cooldown(prefix + "quota-cooldown", gate.quotaCooldown());
        SettingRange.cooldown(prefix + "unauthorized-cooldown", gate.unauthorizedCooldown());
        SettingRange.atLeast(prefix + "breaker-failures", gate.breakerFailures(), 1);
        SettingRange.millisecond(prefix + "breaker-open-for", gate.breakerOpenFor());
    }
}
