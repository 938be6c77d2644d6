package dev.greengraph.cache.shared;

import io.smallrye.mutiny.Uni;
import java.time.Instant;

/** What a replica finds that looks for an answer before it asks the upstream. */
public sealed interface Look {

    /**
     * Another replica has asked.
     *
     * @param answer what the upstream answered
     * @param fetchedAt when, by the clock of this replica
     */
    record Found(KeptAnswer answer, Instant fetchedAt) implements Look {}

    /**
     * No replica asks, and this one may. It must keep an answer or give its turn back.
     *
     * @param turn the turn
     */
    record Mine(Turn turn) implements Look {}

    /**
     * Another replica asks.
     *
     * @param ended completes when it has ended, or is taken for dead; never fails
     */
    record Theirs(Uni<Void> ended) implements Look {}

    /** There is nothing to share with: this replica asks by itself. */
    record Alone() implements Look {}
}
