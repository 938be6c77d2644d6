package dev.greengraph.gate.shared;

import dev.greengraph.account.AccountId;
import dev.greengraph.upstream.UpstreamEndpoint;

/** The shared budgets of all gates. */
@FunctionalInterface
public interface SharedBudgets {

    /** The budget of one account at one endpoint. */
    SharedBudget of(AccountId account, UpstreamEndpoint endpoint);

    /** One process does all. */
    static SharedBudgets none() {
        return (account, endpoint) -> SharedBudget.NONE;
    }
}
