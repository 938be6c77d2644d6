package dev.greengraph.bench;

import dev.greengraph.cache.freshness.StaleCause.StaleReason;
import io.smallrye.mutiny.Uni;
import java.time.Instant;

/** A way to answer queries. */
interface Mechanism {

    /** Answers or fails. */
    Uni<Answer> ask(Query query);

    /**
     * An answer.
     *
     * @param fetchedAt when the upstream said it; null where a mechanism does not tell
     * @param staleBecause why it is older than it should be, as it is marked; null if it is fresh
     */
    record Answer(Instant fetchedAt, StaleReason staleBecause) {}
}
