package dev.greengraph.graphql.error;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A request that is answered with an error instead of being executed. Carries no stack trace: it is an expected failure. */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient CallerError error;
    private final transient @Nullable Duration retryAfter;

    /** @param status of the HTTP response */
    public Refusal(int status, ErrorCode code, String message) {
        this(status, code, message, Map.of());
    }

    /**
     * @param status of the HTTP response
     * @param details further extensions of the error: of a limit its {@code limitName}, {@code limit} and {@code value}
     */
    public Refusal(int status, ErrorCode code, String message, Map<String, Object> details) {
        this(status, new CallerError(code, message, details), null);
    }

    private Refusal(int status, CallerError error, @Nullable Duration retryAfter) {
        super(error.message(), null, false, false);
        this.status = status;
        this.error = error;
        this.retryAfter = retryAfter;
    }

    /** 400 for a request that must be changed. */
    public static Refusal badRequest(String message) {
        return new Refusal(400, ErrorCode.BAD_REQUEST, message);
    }

    /** 503 for a request that may succeed later; the wait is told as {@code Retry-After} and as {@code retryAfterMs}. */
    public static Refusal retryLater(ErrorCode code, String message, Duration wait) {
        return new Refusal(503, new CallerError(code, message, Map.of("retryAfterMs", wait.toMillis())), wait);
    }

    /** The status of the HTTP response. */
    public int status() {
        return status;
    }

    /** The stable code of the error. */
    public ErrorCode code() {
        return error.code();
    }

    /** The message of the error, which is never absent. */
    public String text() {
        return error.message();
    }

    /** Further extensions of the error. */
    public Map<String, Object> details() {
        return error.details();
    }

    /** The error as the caller reads it. */
    public CallerError error() {
        return error;
    }

    /** The value of the header {@code Retry-After}. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
