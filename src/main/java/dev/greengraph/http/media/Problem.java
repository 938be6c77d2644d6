package dev.greengraph.http.media;

import dev.greengraph.observe.media.MediaMetrics.Outcome;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a caller is told instead of a file: a status and a sentence. */
final class Problem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String text;
    private final Outcome outcome;
    private final transient @Nullable Duration retryAfter;

    Problem(int status, String text, Outcome outcome) {
        this(status, text, outcome, null);
    }

    /** @param retryAfter how long to wait before the same request may succeed */
    Problem(int status, String text, Outcome outcome, @Nullable Duration retryAfter) {
        super(text, null, false, false);
        this.status = status;
        this.text = text;
        this.outcome = outcome;
        this.retryAfter = retryAfter;
    }

    /** For an address that leads to nothing that its caller may see. */
    static Problem notFound() {
        return new Problem(404, "There is no such file.", Outcome.NOT_FOUND);
    }

    int status() {
        return status;
    }

    String text() {
        return text;
    }

    Outcome outcome() {
        return outcome;
    }

    Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
