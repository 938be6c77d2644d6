package dev.greengraph.graphql.paging;

import dev.greengraph.cache.freshness.AnswerAge;
import dev.greengraph.cache.freshness.StaleCause;
import dev.greengraph.graphql.error.ErrorCode;
import dev.greengraph.graphql.error.ErrorMapping;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Shows how old a reading is. */
public final class FreshnessMapping {

    private FreshnessMapping() {}

    /** The age of a reading of the cache, with seconds precision. */
    public static Freshness of(AnswerAge age) {
        Instant fetchedAt = age.fetchedAt().truncatedTo(ChronoUnit.SECONDS);
        StaleCause cause = age.cause();
        return cause == null
                ? new Freshness(FreshnessState.FRESH, fetchedAt, null, null)
                : new Freshness(
                        FreshnessState.STALE,
                        fetchedAt,
                        StaleReason.valueOf(cause.reason().name()),
                        code(cause));
    }

    private static @Nullable ErrorCode code(StaleCause cause) {
        return cause.failure() == null
                ? null
                : ErrorMapping.ofUpstream(cause.failure()).code();
    }
}
