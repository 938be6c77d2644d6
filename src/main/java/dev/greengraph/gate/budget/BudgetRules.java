package dev.greengraph.gate.budget;

import dev.greengraph.account.AccountId;
import dev.greengraph.gate.budget.BudgetConfig.AccountConfig;
import java.time.Duration;
import java.util.Optional;

/**
 * When the upstream may be asked about one account: its own settings, else those of all accounts.
 *
 * @param maxWait longest wait of a query for its slot
 * @param spacing space between two calls, as a multiple of what the upstream's rate asks for
 */
public record BudgetRules(Duration maxWait, double spacing) {

    /** The rules of an account. */
    public static BudgetRules of(BudgetConfig config, AccountId account) {
        Optional<AccountConfig> own = Optional.ofNullable(config.accounts().get(account.value()));
        return new BudgetRules(
                own.flatMap(AccountConfig::maxWait).orElse(config.maxWait()),
                own.map(settings -> settings.spacing().orElse(config.spacing())).orElse(config.spacing()));
    }
}
