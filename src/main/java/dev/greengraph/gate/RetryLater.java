package dev.greengraph.gate;

import dev.greengraph.upstream.UpstreamEndpoint;
import dev.greengraph.upstream.failure.UpstreamFailure;
import dev.greengraph.upstream.failure.UpstreamFailure.RateLimited;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The upstream was not asked, or refused so that it must not be asked for a while; says when to come back. */
public final class RetryLater extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Duration retryAfter;
    private final @Nullable UpstreamFailure because;

    RetryLater(UpstreamEndpoint endpoint, Duration retryAfter, @Nullable UpstreamFailure because) {
        super(endpoint.method() + ": not before " + retryAfter, null, false, false);
        this.retryAfter = retryAfter;
        this.because = because;
    }

    /** How long to wait before asking again. */
    public Duration retryAfter() {
        return retryAfter;
    }

    /** Whether nothing but the rate of calls stands against one now. */
    public boolean isForTheRate() {
        return because == null || because instanceof RateLimited;
    }

    /** The failure that keeps calls away; absent if only the budget has no slot in time. */
    public @Nullable UpstreamFailure because() {
        return because;
    }
}
