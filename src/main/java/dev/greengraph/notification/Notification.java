package dev.greengraph.notification;

import com.fasterxml.jackson.databind.JsonNode;
import dev.greengraph.upstream.row.MessageRow;
import dev.greengraph.upstream.row.RowReader;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the upstream told by itself, in the shape of its notifications or in that of its journals, which some of its servers
 * send.
 *
 * <p>Source: upstream manual, incoming notifications; samples {@code upstream/notification}.
 *
 * @param kind what it is about
 * @param message of {@link NotificationKind#MESSAGE}
 * @param delivery of {@link NotificationKind#DELIVERY}
 */
record Notification(
        NotificationKind kind,
        @Nullable MessageRow message,
        @Nullable Delivery delivery) {

    /**
     * The delivery of a message changed.
     *
     * @param status as the upstream names it
     * @param seconds when, in Unix seconds
     */
    record Delivery(String chatId, String messageId, String status, long seconds) {}

    /**
     * Reads one; what cannot be read is one, too.
     *
     * @param idInstance of the account that it should be about
     */
    static Notification read(byte[] body, String idInstance) {
        Optional<JsonNode> tree = RowReader.tree(body).filter(JsonNode::isObject);
        if (tree.isEmpty()) {
            return of(NotificationKind.UNREADABLE);
        }
        JsonNode notification = tree.get();
        JsonNode instance = notification.path("instanceData").path("idInstance");
        if (!instance.isMissingNode() && !instance.asText().equals(idInstance)) {
            return of(NotificationKind.MISDIRECTED);
        }
        return switch (notification.path("typeWebhook").asText()) {
            case "incomingMessageReceived", "outgoingMessageReceived", "outgoingAPIMessageReceived" ->
                message(notification);
            case "outgoingMessageStatus" -> delivery(notification);
            case "stateInstanceChanged", "statusInstanceChanged" -> of(NotificationKind.STATE);
            case "incomingCall", "outgoingCall" -> of(NotificationKind.CALL);
            case "quotaExceeded" -> of(NotificationKind.QUOTA);
            case "" -> notification.has("typeMessage") ? message(notification) : of(NotificationKind.OTHER);
            default -> of(NotificationKind.OTHER);
        };
    }

    private static Notification message(JsonNode notification) {
        return RowReader.row(notification, "incoming")
                .filter(row -> row.isComplete() && row.idMessage() != null)
                .map(row -> new Notification(NotificationKind.MESSAGE, row, null))
                .orElseGet(() -> of(NotificationKind.OTHER));
    }

    private static Notification delivery(JsonNode notification) {
        String chatId = RowReader.text(notification, "chatId");
        String messageId = RowReader.text(notification, "idMessage");
        String status = RowReader.text(notification, "status");
        Long seconds = RowReader.seconds(notification.path("timestamp"));
        return chatId == null || messageId == null || status == null || seconds == null
                ? of(NotificationKind.OTHER)
                : new Notification(NotificationKind.DELIVERY, null, new Delivery(chatId, messageId, status, seconds));
    }

    private static Notification of(NotificationKind kind) {
        return new Notification(kind, null, null);
    }

    MessageRow row() {
        return Objects.requireNonNull(message);
    }

    Delivery change() {
        return Objects.requireNonNull(delivery);
    }
}
