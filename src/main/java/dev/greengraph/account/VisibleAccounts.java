package dev.greengraph.account;

import jakarta.enterprise.context.RequestScoped;
import java.util.List;
import java.util.Optional;

/**
 * The accounts that the caller of the current request may read, and the only way to an account in {@code graphql}.
 *
 * <p>Empty until the request is authenticated. A hidden account is answered like one that does not exist. Request scoped;
 * shared upstream calls run outside of it.
 */
@RequestScoped
public class VisibleAccounts {

    private volatile Accounts visible = Accounts.NONE;
    private volatile String viewer = "";

    /** Sets the accounts that the authenticated caller may read. */
    public void show(Accounts accounts) {
        visible = accounts;
    }

    /** The same of a caller with a name. */
    public void show(Accounts accounts, String caller) {
        viewer = caller;
        show(accounts);
    }

    /** What tells the caller from others; nothing where all callers are the same. */
    public String viewer() {
        return viewer;
    }

    /** Every account that the caller may read, ordered by name. */
    public List<Account> all() {
        return visible.all();
    }

    /** The account of that name, or nothing if there is none or the caller may not read it. */
    public Optional<Account> find(String name) {
        return visible.find(new AccountId(name));
    }

    /** The default account: the only one that the caller may read, or the configured one if the caller may read it. */
    public Optional<Account> defaultAccount() {
        return visible.defaultAccount();
    }
}
