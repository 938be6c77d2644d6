package dev.greengraph.graphql.argument;

import dev.greengraph.account.Account;
import dev.greengraph.account.VisibleAccounts;
import dev.greengraph.graphql.error.AccountNotFound;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Which of the caller's accounts is meant. */
@Singleton
public class AccountChoice {

    private final VisibleAccounts accounts;

    AccountChoice(VisibleAccounts accounts) {
        this.accounts = accounts;
    }

    /**
     * The account of that name; fails with {@link AccountNotFound}.
     *
     * @param name absent for the only one, or the one configured as default
     */
    public Account named(@Nullable String name) {
        return (name == null ? accounts.defaultAccount() : accounts.find(name))
                .orElseThrow(() -> new AccountNotFound(name));
    }
}
