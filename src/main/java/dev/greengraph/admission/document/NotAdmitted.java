package dev.greengraph.admission.document;

import dev.greengraph.graphql.error.ErrorCode;
import java.util.Map;

/** A request that is answered without being validated or executed. Holds nothing of what the caller sent. */
public final class NotAdmitted extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final ErrorCode code;
    private final transient Map<String, Object> details;

    public NotAdmitted(int status, ErrorCode code, String message, Map<String, Object> details) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
        this.details = Map.copyOf(details);
    }

    public static NotAdmitted badRequest(String message) {
        return new NotAdmitted(400, ErrorCode.BAD_REQUEST, message, Map.of());
    }

    /** The status of the HTTP answer. */
    public int status() {
        return status;
    }

    /** What happened. */
    public ErrorCode code() {
        return code;
    }

    /** Further extensions: of a limit its {@code limitName}, {@code limit} and the {@code value} that is above it. */
    public Map<String, Object> details() {
        return details;
    }

    /** The message, which is never absent. */
    public String text() {
        return String.valueOf(getMessage());
    }
}
