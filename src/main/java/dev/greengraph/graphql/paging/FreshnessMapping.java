package dev.greengraph.graphql.paging;

import java.time.temporal.ChronoUnit;

/** Shows how old a reading is. */
public final class FreshnessMapping {

    private FreshnessMapping() {}

    /** The age of a reading of the journal, with seconds precision. */
    public static Freshness of(dev.greengraph.cache.freshness.AnswerAge freshness) {
        var reason = freshness.staleBecause();
        return new Freshness(
                reason == null ? FreshnessState.FRESH : FreshnessState.STALE,
                freshness.fetchedAt().truncatedTo(ChronoUnit.SECONDS),
                reason == null ? null : StaleReason.valueOf(reason.name()));
    }
}
