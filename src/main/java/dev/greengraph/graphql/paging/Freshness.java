package dev.greengraph.graphql.paging;

import dev.greengraph.graphql.error.ErrorCode;
import java.time.Instant;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

@Description("How old the data is. Never a guess: fetchedAt is when the upstream answered.")
public record Freshness(
        @Description("Whether it may be believed without asking again.") @NonNull
        FreshnessState state,

        @Description("When the upstream answered.") @NonNull Instant fetchedAt,

        @Description("Why stale data is served, if it is.") @Nullable
        StaleReason reason,

        @Description("How the last refresh failed: the error code, as in errors[].extensions.code and lastFailure. "
                + "Null if it did not fail.")
        @Nullable
        ErrorCode code) {}
