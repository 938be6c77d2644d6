package dev.greengraph.graphql.error;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A failure as a caller is told it: no secret, no upstream text, no class name.
 *
 * @param code stable
 * @param message for a developer's eyes
 * @param details further extensions, such as {@code retryAfterMs}
 */
public record CallerError(ErrorCode code, String message, Map<String, Object> details) {

    /** Keeps a copy of the details. */
    public CallerError {
        details = Map.copyOf(details);
    }

    CallerError(ErrorCode code, String message) {
        this(code, message, Map.of());
    }

    /** What stands in the extensions of the error; a detail may say better than the code whether to ask again. */
    public Map<String, Object> extensions() {
        Map<String, Object> extensions = new LinkedHashMap<>();
        extensions.put("code", code.name());
        extensions.put("retryable", code.retryable());
        extensions.putAll(details);
        return extensions;
    }
}
