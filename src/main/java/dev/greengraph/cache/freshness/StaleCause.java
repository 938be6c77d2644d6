package dev.greengraph.cache.freshness;

import dev.greengraph.gate.RetryLater;
import dev.greengraph.upstream.failure.UpstreamFailure;
import dev.greengraph.upstream.failure.UpstreamFailure.RateLimited;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Why an answer is served although it is no longer fresh.
 *
 * @param reason in one word
 * @param failure how the last revalidation failed; absent if it did not fail at the upstream
 */
public record StaleCause(StaleReason reason, @Nullable UpstreamFailure failure) {

    /** A revalidation is under way. */
    public static final StaleCause REVALIDATING = new StaleCause(StaleReason.REVALIDATING, null);
    /** The budget has no call for a revalidation. */
    public static final StaleCause NO_BUDGET = new StaleCause(StaleReason.RATE_LIMITED, null);

    /** Why stale data is served. */
    public enum StaleReason {
        /** A revalidation is under way. */
        REVALIDATING,
        /** Our budget has no call left for a revalidation, or the upstream refused one for its rate limit. */
        RATE_LIMITED,
        /** The last revalidation failed. */
        UPSTREAM_FAILED
    }

    /** The last revalidation failed like that. */
    public static StaleCause failed(@Nullable UpstreamFailure failure) {
        return new StaleCause(
                failure instanceof RateLimited ? StaleReason.RATE_LIMITED : StaleReason.UPSTREAM_FAILED, failure);
    }

    /** Why nothing fresher came; empty if it is no reason to serve what is stale. */
    public static Optional<StaleCause> of(Throwable failure) {
        if (failure instanceof RetryLater later) {
            return Optional.of(later.because() == null ? NO_BUDGET : failed(later.because()));
        }
        if (failure instanceof UpstreamFailure upstream) {
            return Optional.of(failed(upstream));
        }
        return failure instanceof NotFreshEnough ? Optional.of(REVALIDATING) : Optional.empty();
    }
}
