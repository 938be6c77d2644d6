package dev.greengraph.upstream;

import dev.greengraph.upstream.UpstreamFailure.ChatNotFound;
import dev.greengraph.upstream.UpstreamFailure.InvalidResponse;
import dev.greengraph.upstream.UpstreamFailure.MessageNotFound;
import dev.greengraph.upstream.UpstreamFailure.QuotaExceeded;
import dev.greengraph.upstream.UpstreamFailure.RateLimited;
import dev.greengraph.upstream.UpstreamFailure.StatusesNotEnabled;
import dev.greengraph.upstream.UpstreamFailure.TimedOut;
import dev.greengraph.upstream.UpstreamFailure.Unauthorized;
import dev.greengraph.upstream.UpstreamFailure.Unavailable;

/** The upstream's failures, for tests of who reacts to them: only this package makes them. */
public final class Failures {

    private Failures() {}

    /** 429. */
    public static UpstreamFailure rateLimited(Endpoint endpoint) {
        return new RateLimited(endpoint);
    }

    /** 466. */
    public static UpstreamFailure quotaExceeded(Endpoint endpoint) {
        return new QuotaExceeded(endpoint);
    }

    /** 401. */
    public static UpstreamFailure unauthorized(Endpoint endpoint) {
        return new Unauthorized(endpoint);
    }

    /** A 5xx. */
    public static UpstreamFailure unavailable(Endpoint endpoint) {
        return new Unavailable(endpoint, "status 502");
    }

    /** A connection that stood broke. */
    public static UpstreamFailure connectionLost(Endpoint endpoint) {
        return new Unavailable(endpoint, "connection lost", true);
    }

    /** No answer in time. */
    public static UpstreamFailure timedOut(Endpoint endpoint) {
        return new TimedOut(endpoint);
    }

    /** Not what the method promises. */
    public static UpstreamFailure invalid(Endpoint endpoint) {
        return new InvalidResponse(endpoint, "no JSON");
    }

    /** Statuses are not granted. */
    public static UpstreamFailure statusesNotEnabled(Endpoint endpoint) {
        return new StatusesNotEnabled(endpoint);
    }

    /** An unknown chat. */
    public static UpstreamFailure chatNotFound(Endpoint endpoint) {
        return new ChatNotFound(endpoint);
    }

    /** An unknown message. */
    public static UpstreamFailure messageNotFound(Endpoint endpoint) {
        return new MessageNotFound(endpoint);
    }
}
