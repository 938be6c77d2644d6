package dev.greengraph.upstream.row.account;

import com.fasterxml.jackson.databind.JsonNode;
import dev.greengraph.upstream.row.RowReader;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A message that the upstream has not sent yet.
 *
 * <p>Source: upstream manual, showMessagesQueue; sample {@code upstream/show-messages-queue}.
 *
 * @param messageId its id, as a journal will have it; spelled with a capital D here
 * @param type the method that it was handed over with, such as {@code sendMessage}
 * @param chatId where it goes; absent where the method names no chat
 * @param text its text, or the caption of its file
 */
public record QueuedRow(
        String messageId,
        @Nullable String type,
        @Nullable String chatId,
        @Nullable String text) {

    /** Reads an entry; nothing if it has no id. */
    public static Optional<QueuedRow> read(JsonNode entry) {
        JsonNode body = entry.path("body");
        String message = RowReader.text(body, "message");
        return Optional.ofNullable(RowReader.text(entry, "messageID"))
                .map(id -> new QueuedRow(
                        id,
                        RowReader.text(entry, "type"),
                        RowReader.text(body, "chatId"),
                        message == null ? RowReader.text(body, "caption") : message));
    }
}
