package dev.greengraph.notification;

import com.fasterxml.jackson.databind.JsonNode;
import dev.greengraph.upstream.failure.QuotaUse;
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
 * @param quota of {@link NotificationKind#QUOTA}
 */
record Notification(
        NotificationKind kind,
        @Nullable MessageRow message,
        @Nullable Delivery delivery,
        @Nullable Quota quota) {

    /**
     * The delivery of a message changed.
     *
     * @param status as the upstream names it
     * @param seconds when, in Unix seconds
     */
    record Delivery(String chatId, String messageId, String status, long seconds) {}

    /**
     * A quota of the month is used up.
     *
     * @param method the upstream's name of the method, in any case of letters; another word for the quota of chats
     */
    record Quota(String method, QuotaUse use) {}

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
            case "quotaExceeded" -> quota(notification.path("quotaData"));
            case "" -> notification.has("typeMessage") ? message(notification) : of(NotificationKind.OTHER);
            default -> of(NotificationKind.OTHER);
        };
    }

    private static Notification message(JsonNode notification) {
        return RowReader.row(notification, "incoming")
                .filter(row -> row.isComplete() && row.idMessage() != null)
                .map(row -> new Notification(NotificationKind.MESSAGE, row, null, null))
                .orElseGet(() -> of(NotificationKind.OTHER));
    }

    private static Notification delivery(JsonNode notification) {
        String chatId = RowReader.text(notification, "chatId");
        String messageId = RowReader.text(notification, "idMessage");
        String status = RowReader.text(notification, "status");
        Long seconds = RowReader.seconds(notification.path("timestamp"));
        return chatId == null || messageId == null || status == null || seconds == null
                ? of(NotificationKind.OTHER)
                : new Notification(
                        NotificationKind.DELIVERY, null, new Delivery(chatId, messageId, status, seconds), null);
    }

    private static Notification quota(JsonNode data) {
        Quota quota = new Quota(data.path("method").asText(), QuotaUse.told(data));
        return new Notification(NotificationKind.QUOTA, null, null, quota);
    }

    private static Notification of(NotificationKind kind) {
        return new Notification(kind, null, null, null);
    }

    /** Whether it tells something that the gateway shows. */
    boolean isOfUse() {
        return switch (kind) {
            case MESSAGE, DELIVERY, STATE, CALL, QUOTA -> true;
            case OTHER, UNREADABLE, MISDIRECTED -> false;
        };
    }

    MessageRow row() {
        return Objects.requireNonNull(message);
    }

    Delivery change() {
        return Objects.requireNonNull(delivery);
    }

    Quota usedUp() {
        return Objects.requireNonNull(quota);
    }
}
