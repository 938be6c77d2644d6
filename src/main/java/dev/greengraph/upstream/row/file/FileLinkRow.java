package dev.greengraph.upstream.row.file;

import com.fasterxml.jackson.databind.JsonNode;
import dev.greengraph.upstream.row.RowReader;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where the file of a message can be had for a while.
 *
 * <p>Source: upstream manual, downloadFile; sample {@code upstream/download-file}.
 *
 * @param downloadUrl its address, or a marker such as {@code {{SWE002}}}; absent if the upstream has none
 */
public record FileLinkRow(@Nullable String downloadUrl) {

    /** Reads the answer, of which three forms were seen; nothing if it does not speak of an address. */
    public static Optional<FileLinkRow> read(JsonNode body) {
        if (body.isTextual()) {
            String address = body.textValue();
            return address.startsWith("http") ? Optional.of(new FileLinkRow(address)) : Optional.empty();
        }
        JsonNode link = body.path("downloadUrl");
        if (link.isObject()) {
            return Optional.of(new FileLinkRow(RowReader.text(link, "url")));
        }
        return body.has("downloadUrl")
                ? Optional.of(new FileLinkRow(RowReader.text(body, "downloadUrl")))
                : Optional.empty();
    }
}
