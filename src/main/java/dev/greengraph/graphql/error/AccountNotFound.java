package dev.greengraph.graphql.error;

import org.jspecify.annotations.Nullable;

/** No account of that name, or one that the caller may not see. */
public final class AccountNotFound extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Says how to ask.
     *
     * @param name what was asked for; null for the default account
     */
    public AccountNotFound(@Nullable String name) {
        super(
                name == null
                        ? "There is no default account: give a name that accounts lists."
                        : "There is no account of that name.",
                null,
                false,
                false);
    }
}
