package dev.greengraph.upstream.failure;

import dev.greengraph.upstream.UpstreamEndpoint;
import dev.greengraph.upstream.failure.UpstreamFailure.ChatNotFound;
import dev.greengraph.upstream.failure.UpstreamFailure.InvalidResponse;
import dev.greengraph.upstream.failure.UpstreamFailure.MessageNotFound;
import dev.greengraph.upstream.failure.UpstreamFailure.QuotaExceeded;
import dev.greengraph.upstream.failure.UpstreamFailure.RateLimited;
import dev.greengraph.upstream.failure.UpstreamFailure.StatusesNotEnabled;
import dev.greengraph.upstream.failure.UpstreamFailure.TimedOut;
import dev.greengraph.upstream.failure.UpstreamFailure.Unauthorized;
import dev.greengraph.upstream.failure.UpstreamFailure.Unavailable;

/** The upstream's failures, for tests of who reacts to them: only this package makes them. */
public final class Failures {

    private Failures() {}

    /** 429. */
    public static UpstreamFailure rateLimited(UpstreamEndpoint endpoint) {
        return new RateLimited(endpoint);
    }

    /** 466. */
    public static UpstreamFailure quotaExceeded(UpstreamEndpoint endpoint) {
        return new QuotaExceeded(endpoint, QuotaUse.UNKNOWN);
    }

    /** 401. */
    public static UpstreamFailure unauthorized(UpstreamEndpoint endpoint) {
        return new Unauthorized(endpoint);
    }

    /** A 5xx. */
    public static UpstreamFailure unavailable(UpstreamEndpoint endpoint) {
        return new Unavailable(endpoint, "status 502");
    }

    /** A connection that stood broke. */
    public static UpstreamFailure connectionLost(UpstreamEndpoint endpoint) {
        return new Unavailable(endpoint, "connection lost", true);
    }

    /** No answer in time. */
    public static UpstreamFailure timedOut(UpstreamEndpoint endpoint) {
        return new TimedOut(endpoint);
    }

    /** Not what the method promises. */
    public static UpstreamFailure invalid(UpstreamEndpoint endpoint) {
        return new InvalidResponse(endpoint, "no JSON");
    }

    /** Statuses are not granted. */
    public static UpstreamFailure statusesNotEnabled(UpstreamEndpoint endpoint) {
        return new StatusesNotEnabled(endpoint);
    }

    /** An unknown chat. */
    public static UpstreamFailure chatNotFound(UpstreamEndpoint endpoint) {
        return new ChatNotFound(endpoint);
    }

    /** An unknown message. */
    public static UpstreamFailure messageNotFound(UpstreamEndpoint endpoint) {
        return new MessageNotFound(endpoint);
    }
}
