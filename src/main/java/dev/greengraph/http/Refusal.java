package dev.greengraph.http;

import dev.greengraph.graphql.error.ErrorCode;
import java.util.Map;

/** A request that is answered without being executed. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final ErrorCode code;
    private final transient Map<String, Object> details;

    Refusal(int status, ErrorCode code, String message) {
        this(status, code, message, Map.of());
    }

    Refusal(int status, ErrorCode code, String message, Map<String, Object> details) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
        this.details = Map.copyOf(details);
    }

    /** Further extensions. */
    Map<String, Object> details() {
        return details;
    }

    int status() {
        return status;
    }

    ErrorCode code() {
        return code;
    }
}
