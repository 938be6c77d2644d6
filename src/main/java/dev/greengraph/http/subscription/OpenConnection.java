package dev.greengraph.http.subscription;

import dev.greengraph.graphql.error.Refusal;

/** A connection that stays open while something is told over it. Its methods are called on its Vert.x context. */
public interface OpenConnection {

    /** Sends something without a meaning, so that no proxy takes the connection for dead. */
    void beat();

    /** Ends it in the way that makes its client come back. Idempotent. */
    void leave();

    /** Ends it since its caller's credentials are no longer good. Idempotent. */
    void refuse(Refusal refusal);
}
