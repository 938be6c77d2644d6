package dev.greengraph.account;

/**
 * The name of an account in the configuration: what callers see instead of the upstream's id.
 *
 * @param value lower-case letters, digits, {@code -} and {@code _}, 1 to 40 characters
 */
public record AccountId(String value) implements Comparable<AccountId> {

    /** The pattern of {@link AccountId#value}. */
    static final String PATTERN = "[a-z0-9][a-z0-9_-]{0,39}";

    @Override
    public int compareTo(AccountId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
