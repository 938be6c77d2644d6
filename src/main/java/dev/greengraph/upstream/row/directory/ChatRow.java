package dev.greengraph.upstream.row.directory;

import com.fasterxml.jackson.databind.JsonNode;
import dev.greengraph.upstream.row.RowReader;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A chat in the upstream's list of chats.
 *
 * <p>Source: upstream manual, getChats; samples {@code upstream/get-chats}. Older answers of MAX hold ids alone.
 *
 * @param id {@code id} on WhatsApp, {@code chatId} on MAX
 * @param name of the group, or of the person as the account knows them
 * @param archive whether it is archived; MAX does not say
 */
public record ChatRow(
        String id, @Nullable String name, @Nullable Boolean archive) {

    /** Reads an entry; nothing if it has no id. */
    public static Optional<ChatRow> read(JsonNode entry) {
        String id = RowReader.text(entry, "id");
        JsonNode archive = entry.path("archive");
        return Optional.ofNullable(id == null ? RowReader.text(entry, "chatId") : id)
                .map(found -> new ChatRow(
                        found, RowReader.text(entry, "name"), archive.isBoolean() ? archive.booleanValue() : null));
    }
}
