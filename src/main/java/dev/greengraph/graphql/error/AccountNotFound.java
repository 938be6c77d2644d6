package dev.greengraph.graphql.error;

/** No account of that name, or one that the caller may not see. */
public final class AccountNotFound extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Says how to ask.
     *
     * @param advice what the caller can do
     */
    public AccountNotFound(String advice) {
        super(advice, null, false, false);
    }
}
