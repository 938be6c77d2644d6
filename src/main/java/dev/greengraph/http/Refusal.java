package dev.greengraph.http;

import dev.greengraph.graphql.error.CallerError;
import dev.greengraph.graphql.error.ErrorCode;
import java.util.Map;

/** A request that is answered without being executed. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient CallerError error;

    Refusal(int status, ErrorCode code, String message) {
        this(status, code, message, Map.of());
    }

    Refusal(int status, ErrorCode code, String message, Map<String, Object> details) {
        super(message, null, false, false);
        this.status = status;
        this.error = new CallerError(code, message, details);
    }

    int status() {
        return status;
    }

    /** What the caller is told. */
    CallerError error() {
        return error;
    }
}
