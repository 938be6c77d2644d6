package dev.greengraph.auth;

import io.smallrye.mutiny.Uni;
import io.vertx.core.MultiMap;

/** Authenticates a caller by the request's headers. */
public sealed interface Authenticator permits OpenAccess, ApiKeys, BearerTokens {

    /**
     * The caller.
     *
     * <p>Fails with an {@link AuthFailure} that repeats nothing of what the caller sent. Does not block; may complete on
     * another thread.
     */
    Uni<Caller> callerOf(MultiMap headers);

    /** The mode that it implements. */
    AuthMode mode();
}
