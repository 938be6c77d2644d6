package dev.greengraph.auth;

import dev.greengraph.account.Accounts;
import io.smallrye.mutiny.Uni;
import io.vertx.core.MultiMap;

/** Finds out from a request's headers which accounts its caller may read. */
public sealed interface Authenticator permits OpenAccess, ApiKeys, BearerTokens {

    /**
     * The accounts of the caller, at least one.
     *
     * <p>Fails with an {@link AuthFailure} that says nothing of what the caller sent. Blocks no thread; may answer on
     * another one.
     */
    Uni<Accounts> accountsOf(MultiMap headers);

    /** How it tells callers apart. */
    AuthMode mode();
}
