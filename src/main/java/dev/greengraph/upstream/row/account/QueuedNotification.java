package dev.greengraph.upstream.row.account;

import com.fasterxml.jackson.databind.JsonNode;
import dev.greengraph.upstream.row.RowReader;
import java.util.Optional;

/**
 * A notification in the account's queue.
 *
 * <p>Source: upstream manual, receiveNotification; samples {@code upstream/notification/polling-*.json}.
 *
 * @param receiptId its name there
 * @param body the notification as JSON text, in the shape in which it would have been pushed
 */
public record QueuedNotification(String receiptId, String body) {

    /** What may be a part of a path as it is. */
    private static final String RECEIPT = "[0-9A-Za-z_-]{1,64}";

    /** Reads one; nothing if it could not be deleted, for want of a name. */
    public static Optional<QueuedNotification> read(JsonNode answer) {
        String receiptId = RowReader.text(answer, "receiptId");
        return receiptId != null && receiptId.matches(RECEIPT)
                ? Optional.of(
                        new QueuedNotification(receiptId, answer.path("body").toString()))
                : Optional.empty();
    }
}
