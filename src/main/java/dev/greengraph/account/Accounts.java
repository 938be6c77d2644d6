package dev.greengraph.account;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** All configured accounts, ordered by name. At least one; names are unique. */
public final class Accounts {

    private final TreeMap<AccountId, Account> byId = new TreeMap<>();
    private final Optional<AccountId> defaultId;

    /**
     * Keeps the accounts of the configuration.
     *
     * @param accounts at least one, no name twice
     * @param defaultId the account that is meant where no name is given; with a single account it is that one anyway
     */
    public Accounts(List<Account> accounts, Optional<AccountId> defaultId) {
        accounts.forEach(account -> byId.put(account.id(), account));
        this.defaultId = byId.size() == 1 ? Optional.of(byId.firstKey()) : defaultId;
    }

    /** Every account, ordered by name. */
    public List<Account> all() {
        return List.copyOf(byId.values());
    }

    /** The account of that name, or nothing. */
    public Optional<Account> find(AccountId id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** The account that is meant where no name is given: the only one or the configured one. */
    public Optional<Account> defaultAccount() {
        return defaultId.flatMap(this::find);
    }
}
