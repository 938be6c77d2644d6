package dev.greengraph.upstream.row.directory;

import com.fasterxml.jackson.databind.JsonNode;
import dev.greengraph.upstream.row.RowReader;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The picture of a person or a group.
 *
 * <p>Source: upstream manual, getAvatar; sample {@code upstream/get-avatar}.
 *
 * @param urlAvatar where it is; absent if there is none, or none that the account may see
 */
public record AvatarRow(@Nullable String urlAvatar) {

    /** Reads the answer; nothing if it does not speak of an avatar. */
    public static Optional<AvatarRow> read(JsonNode body) {
        return body.has("urlAvatar") ? Optional.of(new AvatarRow(RowReader.text(body, "urlAvatar"))) : Optional.empty();
    }
}
