package dev.greengraph.account;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Accounts, ordered by name: all that are configured, at least one, or those of them that a caller may read. */
public final class Accounts {

    /** For a caller that may read none. */
    public static final Accounts NONE = new Accounts(List.of(), Optional.empty());

    private final TreeMap<AccountId, Account> byId = new TreeMap<>();
    private final Optional<AccountId> defaultId;

    /**
     * Keeps the accounts of the configuration.
     *
     * @param accounts no name twice
     * @param defaultId the default account; a single account is always the default
     */
    public Accounts(List<Account> accounts, Optional<AccountId> defaultId) {
        accounts.forEach(account -> byId.put(account.id(), account));
        this.defaultId = byId.size() == 1 ? Optional.of(byId.firstKey()) : defaultId;
    }

    /** Every account, ordered by name. */
    public List<Account> all() {
        return List.copyOf(byId.values());
    }

    /** The accounts of these ids, with the same default if it is among them; a single account is the default. */
    public Accounts only(Set<AccountId> ids) {
        return new Accounts(
                byId.values().stream()
                        .filter(account -> ids.contains(account.id()))
                        .toList(),
                defaultId);
    }

    /** The account of that name, or nothing. */
    public Optional<Account> find(AccountId id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** Two are equal if they hold the same names with the same default. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Accounts accounts
                && byId.keySet().equals(accounts.byId.keySet())
                && defaultId.equals(accounts.defaultId);
    }

    @Override
    public int hashCode() {
        return Objects.hash(byId.keySet(), defaultId);
    }

    /** The default account: the only one or the configured one. */
    public Optional<Account> defaultAccount() {
        return defaultId.flatMap(this::find);
    }
}
