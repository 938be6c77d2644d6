package dev.greengraph.account;

import jakarta.enterprise.context.RequestScoped;
import java.util.List;
import java.util.Optional;

/**
 * The accounts that the caller of the present request may read, and the only door to an account in {@code graphql}.
 *
 * <p>Shows nothing until the request's caller is known: a request that nobody has authenticated finds no account. What
 * it does not show is answered as what does not exist. Belongs to one request; shared upstream calls run outside it.
 */
@RequestScoped
public class VisibleAccounts {

    private volatile Accounts visible = Accounts.NONE;

    /** Opens the door, as far as the caller may see. */
    public void show(Accounts accounts) {
        visible = accounts;
    }

    /** Every account that the caller may read, ordered by name. */
    public List<Account> all() {
        return visible.all();
    }

    /** The account of that name, or nothing if there is none or the caller may not read it. */
    public Optional<Account> find(String name) {
        return visible.find(new AccountId(name));
    }

    /** What the caller means without a name: the only one it may read, or the configured one if it may read that. */
    public Optional<Account> defaultAccount() {
        return visible.defaultAccount();
    }
}
