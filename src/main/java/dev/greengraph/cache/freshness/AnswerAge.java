package dev.greengraph.cache.freshness;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How old an answer is.
 *
 * @param fetchedAt when the upstream answered
 * @param staleBecause why it is served although it is no longer fresh; absent if it is fresh
 */
public record AnswerAge(Instant fetchedAt, @Nullable StaleReason staleBecause) {

    /** Why stale data is served. */
    public enum StaleReason {
        /** A refresh is under way. */
        REVALIDATING,
        /** The budget has no call left for a refresh. */
        RATE_LIMITED,
        /** The last refresh failed. */
        UPSTREAM_FAILED
    }

    /** Whether it may be believed without asking again. */
    public boolean isFresh() {
        return staleBecause == null;
    }

    /** The freshness of what was made of two answers: as old as the older one, stale if one of them is. */
    public AnswerAge and(AnswerAge other) {
        Instant older = fetchedAt.isBefore(other.fetchedAt) ? fetchedAt : other.fetchedAt;
        return new AnswerAge(older, staleBecause == null ? other.staleBecause : staleBecause);
    }
}
