package dev.greengraph.simulator.wire;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A path of the upstream in its parts.
 *
 * @param prefixed whether it starts with {@code /v3}
 * @param idInstance the instance
 * @param method name of the method as the caller spelled it
 * @param token the secret
 * @param receiptId what follows it; empty if nothing does
 */
public record RequestPath(boolean prefixed, long idInstance, String method, String token, String receiptId) {

    private static final Pattern SHAPE =
            Pattern.compile("(/v3)?/waInstance(\\d{1,18})/([a-z]+)/([^/]+)(?:/([^/]+))?", Pattern.CASE_INSENSITIVE);

    /** Reads a path; empty if it is of another shape. */
    public static Optional<RequestPath> of(String path) {
        Matcher parts = SHAPE.matcher(path);
        if (!parts.matches()) {
            return Optional.empty();
        }
        return Optional.of(new RequestPath(
                parts.group(1) != null,
                Long.parseLong(parts.group(2)),
                parts.group(3),
                parts.group(4),
                parts.group(5) == null ? "" : parts.group(5)));
    }
}
