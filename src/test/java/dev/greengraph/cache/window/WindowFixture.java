package dev.greengraph.cache.window;

import dev.greengraph.upstream.Moments;
import dev.greengraph.upstream.row.MessageRow;
import dev.greengraph.upstream.row.Payload;
import dev.greengraph.upstream.row.Rows;
import java.time.Instant;
import java.util.List;

/** Rows and what an upstream answers with them. */
public final class WindowFixture {

    public static final String CHAT = "70000001234@c.us";
    public static final String OTHER_CHAT = "70000005678@c.us";

    /** No payload: nothing in the cache reads its fields. */
    private static final Payload NO_PAYLOAD = new Payload(
            null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
            null, null, null, null, null, null, null, null, null, null, null);

    private WindowFixture() {}

    public static MessageRow row(String id, Instant sentAt) {
        return row(id, CHAT, sentAt);
    }

    public static MessageRow row(String id, String chat, Instant sentAt) {
        return row(id, chat, sentAt.getEpochSecond(), null, false, false);
    }

    /** As the outgoing journal has it. */
    public static MessageRow delivered(String id, Instant lastAction, String status) {
        long second = lastAction.getEpochSecond();
        return row(id, CHAT, second, status, false, false).at(new Moments(second, second));
    }

    public static MessageRow row(
            String id, String chat, Long seconds, String status, boolean isEdited, boolean isDeleted) {
        return new MessageRow(
                "outgoing",
                id,
                seconds,
                seconds == null ? null : new Moments(seconds, null),
                "textMessage",
                chat,
                null,
                null,
                null,
                status,
                null,
                isEdited,
                isDeleted,
                NO_PAYLOAD,
                null,
                null,
                null);
    }

    public static Rows rows(MessageRow... rows) {
        return new Rows(List.of(rows), 0, 100 * rows.length);
    }

    public static Window window(MessageRow... rows) {
        return Window.of(rows(rows));
    }

    public static List<String> ids(List<MessageRow> rows) {
        return rows.stream().map(MessageRow::idMessage).toList();
    }

    public static List<String> ids(Window window) {
        return ids(window.rows());
    }
}
