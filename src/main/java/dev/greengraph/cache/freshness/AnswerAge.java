package dev.greengraph.cache.freshness;

import dev.greengraph.cache.freshness.StaleCause.StaleReason;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How old an answer is.
 *
 * @param fetchedAt when the upstream answered
 * @param cause why it is served although it is no longer fresh; absent if it is fresh
 * @param isMixed whether it is that of two answers of which only one is fresh
 */
public record AnswerAge(Instant fetchedAt, @Nullable StaleCause cause, boolean isMixed) {

    /** The age of one answer. */
    public AnswerAge(Instant fetchedAt, @Nullable StaleCause cause) {
        this(fetchedAt, cause, false);
    }

    /** Whether it may be served without asking again. */
    public boolean isFresh() {
        return cause == null;
    }

    /** In one word why it is served although it is no longer fresh; absent if it is fresh. */
    public @Nullable StaleReason staleBecause() {
        return cause == null ? null : cause.reason();
    }

    /** The age of what was made of two answers: that of the older one, stale if one of them is. */
    public AnswerAge and(AnswerAge other) {
        Instant older = fetchedAt.isBefore(other.fetchedAt) ? fetchedAt : other.fetchedAt;
        return new AnswerAge(older, cause == null ? other.cause : cause, isFresh() != other.isFresh());
    }
}
