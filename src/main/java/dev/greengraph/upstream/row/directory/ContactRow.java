package dev.greengraph.upstream.row.directory;

import com.fasterxml.jackson.databind.JsonNode;
import dev.greengraph.upstream.row.RowReader;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the account's address book. The upstream lists groups among them.
 *
 * <p>Source: upstream manual, getContacts; samples {@code upstream/get-contacts}.
 *
 * @param id {@code id} on WhatsApp, {@code chatId} on MAX
 * @param name by themselves
 * @param contactName in the address book
 */
public record ContactRow(
        String id, @Nullable String name, @Nullable String contactName) {

    /** Reads an entry; nothing if it has no id. */
    public static Optional<ContactRow> read(JsonNode entry) {
        String id = RowReader.text(entry, "id");
        return Optional.ofNullable(id == null ? RowReader.text(entry, "chatId") : id)
                .map(found ->
                        new ContactRow(found, RowReader.text(entry, "name"), RowReader.text(entry, "contactName")));
    }
}
