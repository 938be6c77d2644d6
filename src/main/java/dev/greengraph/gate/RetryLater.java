package dev.greengraph.gate;

import dev.greengraph.upstream.UpstreamEndpoint;
import dev.greengraph.upstream.failure.UpstreamFailure;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The upstream was not asked, or said itself that it must not be asked now; there is a time to come back. */
public final class RetryLater extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Duration retryAfter;
    private final @Nullable UpstreamFailure because;

    RetryLater(UpstreamEndpoint endpoint, Duration retryAfter, @Nullable UpstreamFailure because) {
        super(endpoint.method() + ": not before " + retryAfter, null, false, false);
        this.retryAfter = retryAfter;
        this.because = because;
    }

    /** From when on asking again makes sense. */
    public Duration retryAfter() {
        return retryAfter;
    }

    /** What the upstream said; absent if only the budget has no turn in time. */
    public @Nullable UpstreamFailure because() {
        return because;
    }
}
