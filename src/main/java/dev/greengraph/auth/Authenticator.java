package dev.greengraph.auth;

import dev.greengraph.account.Accounts;
import io.smallrye.mutiny.Uni;
import io.vertx.core.MultiMap;

/** Authenticates a caller by the request's headers. */
public sealed interface Authenticator permits OpenAccess, ApiKeys, BearerTokens {

    /**
     * The accounts that the caller may read, at least one.
     *
     * <p>Fails with an {@link AuthFailure} that repeats nothing of what the caller sent. Does not block; may complete on
     * another thread.
     */
    Uni<Accounts> accountsOf(MultiMap headers);

    /** The mode that it implements. */
    AuthMode mode();
}
