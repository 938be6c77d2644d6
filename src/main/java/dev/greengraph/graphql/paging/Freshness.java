package dev.greengraph.graphql.paging;

import java.time.Instant;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/**
 * How old the data is. Never a guess: fetchedAt is when the upstream answered.
 *
 * @param state whether it may be believed without asking again
 * @param fetchedAt when the upstream answered
 * @param reason why stale data is served, if it is
 */
@Description("How old the data is. Never a guess: fetchedAt is when the upstream answered.")
public record Freshness(
        @Description("Whether it may be believed without asking again.") @NonNull
        FreshnessState state,

        @Description("When the upstream answered.") @NonNull Instant fetchedAt,

        @Description("Why stale data is served, if it is.") @Nullable
        StaleReason reason) {}
