package dev.greengraph.upstream.failure;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.Serializable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the body of a 466 says about the month's quota. Its {@code description} lists telephone numbers and is not read.
 *
 * <p>Source: upstream manual, 466 error; samples {@code upstream/errors/466-*}.
 *
 * @param calls of the method that was called; absent if the body does not say it
 * @param chats of chats that may be addressed; absent if the body does not say it
 */
public record QuotaUse(@Nullable Limit calls, @Nullable Limit chats) implements Serializable {

    /** The upstream said nothing, or said it to another process. */
    public static final QuotaUse UNKNOWN = new QuotaUse(null, null);

    /**
     * One of the limits.
     *
     * @param used how many of the month are used
     * @param total how many there are; zero where the plan has no such limit
     * @param isExceeded whether this one is used up
     */
    public record Limit(int used, int total, boolean isExceeded) implements Serializable {}

    /** What a notification says, which is about the calls of one method or about chats. */
    public static QuotaUse told(JsonNode quotaData) {
        Limit limit = limit(quotaData);
        return quotaData.path("method").asText().equals("correspondents")
                ? new QuotaUse(null, limit)
                : new QuotaUse(limit, null);
    }

    static QuotaUse read(Optional<JsonNode> body) {
        return body.map(tree ->
                        new QuotaUse(limit(tree.path("invokeStatus")), limit(tree.path("correspondentsStatus"))))
                .orElse(UNKNOWN);
    }

    private static @Nullable Limit limit(JsonNode status) {
        int used = status.path("used").asInt(-1);
        int total = status.path("total").asInt(-1);
        return used < 0 || total < 0
                ? null
                : new Limit(used, total, status.path("status").asText("").endsWith("_EXCEEDED"));
    }
}
