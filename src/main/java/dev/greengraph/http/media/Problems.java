package dev.greengraph.http.media;

import dev.greengraph.gate.RetryLater;
import dev.greengraph.graphql.error.Refusal;
import dev.greengraph.http.execution.CallerCheck;
import dev.greengraph.media.MediaFailure;
import dev.greengraph.observe.media.MediaMetrics.Outcome;
import dev.greengraph.upstream.failure.UpstreamFailure;
import dev.greengraph.upstream.failure.UpstreamFailure.ArgumentRefused;
import dev.greengraph.upstream.failure.UpstreamFailure.ChatNotFound;
import dev.greengraph.upstream.failure.UpstreamFailure.MessageNotFound;
import dev.greengraph.upstream.failure.UpstreamFailure.QuotaExceeded;
import dev.greengraph.upstream.failure.UpstreamFailure.RateLimited;
import dev.greengraph.upstream.failure.UpstreamFailure.TimedOut;
import java.time.Duration;
import java.util.Optional;

/** Translates failures to what a caller is told. No text holds an address, an id or what the upstream said. */
final class Problems {

    private static final Duration SOON = Duration.ofSeconds(1);

    private Problems() {}

    /** What is told of that failure; nothing if it is not one that is expected. */
    static Optional<Problem> of(Throwable failure) {
        if (failure instanceof Problem known) {
            return Optional.of(known);
        }
        if (failure instanceof MediaFailure storage) {
            return Optional.of(of(storage));
        }
        if (failure instanceof RetryLater later) {
            return Optional.of(later(later.retryAfter()));
        }
        return failure instanceof UpstreamFailure upstream
                ? Optional.of(of(upstream))
                : (failure instanceof Refusal refusal ? Optional.of(refusal) : CallerCheck.refusal(failure))
                        .map(refused -> new Problem(
                                refused.status(),
                                refused.text(),
                                Outcome.REFUSED,
                                refused.retryAfter().orElse(null)));
    }

    private static Problem of(MediaFailure failure) {
        return switch (failure.reason()) {
            case NO_FILE -> Problem.notFound();
            case LINK_EXPIRED -> new Problem(404, "The storage no longer has the file.", Outcome.NOT_FOUND);
            case ADDRESS_REFUSED ->
                new Problem(
                        502,
                        "The file is at an address that this gateway does not fetch from.",
                        Outcome.ADDRESS_REFUSED);
            case TOO_LARGE -> storage(502, "The file is larger than this gateway sends.");
            case TIMED_OUT -> storage(504, "The storage did not answer in time.");
            case UNAVAILABLE ->
                new Problem(503, "The storage cannot be reached now.", Outcome.STORAGE_FAILED, Duration.ofSeconds(5));
            case INVALID -> storage(502, "The storage answered something that is no file.");
        };
    }

    private static Problem of(UpstreamFailure failure) {
        if (failure instanceof ChatNotFound
                || failure instanceof MessageNotFound
                || failure instanceof ArgumentRefused) {
            return Problem.notFound();
        }
        if (failure instanceof QuotaExceeded) {
            return new Problem(503, "The month's quota of the upstream is used up.", Outcome.UPSTREAM_FAILED);
        }
        if (failure instanceof RateLimited) {
            return later(SOON);
        }
        return failure instanceof TimedOut
                ? new Problem(504, "The upstream did not say in time where the file is.", Outcome.UPSTREAM_FAILED)
                : new Problem(502, "The upstream did not say where the file is.", Outcome.UPSTREAM_FAILED);
    }

    private static Problem later(Duration wait) {
        return new Problem(503, "The upstream cannot be asked now where the file is.", Outcome.UPSTREAM_FAILED, wait);
    }

    private static Problem storage(int status, String text) {
        return new Problem(status, text, Outcome.STORAGE_FAILED);
    }
}
