package dev.greengraph.upstream.row.status;

import com.fasterxml.jackson.databind.JsonNode;
import dev.greengraph.upstream.row.RowReader;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * A status that the account sent.
 *
 * <p>Source: upstream manual, getOutgoingStatuses (beta); sample {@code upstream/get-outgoing-statuses}.
 *
 * @param idMessage its id
 * @param seconds when it was sent, Unix seconds
 * @param typeMessage what it is; the set is open
 * @param text of a text, or the caption of a file
 * @param backgroundColor of a text
 * @param font of a text
 * @param file of any other status
 * @param statusMessage how far it came
 * @param sendByApi whether it went through the API
 * @param participants to whom it was shown; of a text they stand beside its text
 */
public record OutgoingStatusRow(
        String idMessage,
        long seconds,
        String typeMessage,
        @Nullable String text,
        @Nullable String backgroundColor,
        @Nullable String font,
        File file,
        @Nullable String statusMessage,
        @Nullable Boolean sendByApi,
        List<String> participants) {

    /** Keeps a copy of the participants. */
    public OutgoingStatusRow {
        participants = List.copyOf(participants);
    }

    /**
     * A picture, a clip or a voice message; all is absent of a text.
     *
     * @param downloadUrl where it can be had for a while
     * @param fileName a name for it
     * @param mimeType its type
     * @param jpegThumbnail base64 of a small preview
     */
    public record File(
            @Nullable String downloadUrl,
            @Nullable String fileName,
            @Nullable String mimeType,
            @Nullable String jpegThumbnail) {

        private static File read(JsonNode entry) {
            return new File(
                    RowReader.text(entry, "downloadUrl"),
                    RowReader.text(entry, "fileName"),
                    RowReader.text(entry, "mimeType"),
                    RowReader.text(entry, "jpegThumbnail"));
        }
    }

    /** Reads an entry; nothing if it lacks its id or its time. */
    public static Optional<OutgoingStatusRow> read(JsonNode entry) {
        String id = RowReader.text(entry, "idMessage");
        Long seconds = RowReader.seconds(entry.path("timestamp"));
        if (id == null || seconds == null) {
            return Optional.empty();
        }
        JsonNode style = entry.path("extendedTextMessage");
        JsonNode sendByApi = entry.path("sendByApi");
        return Optional.of(new OutgoingStatusRow(
                id,
                seconds,
                Optional.ofNullable(RowReader.text(entry, "typeMessage")).orElse(""),
                first(
                        RowReader.text(style, "text"),
                        RowReader.text(entry, "textMessage"),
                        RowReader.text(entry, "caption")),
                RowReader.text(style, "backgroundColor"),
                RowReader.text(style, "font"),
                File.read(entry),
                RowReader.text(entry, "statusMessage"),
                sendByApi.isBoolean() ? sendByApi.booleanValue() : null,
                ids(style.has("participants") ? style.path("participants") : entry.path("participants"))));
    }

    private static @Nullable String first(@Nullable String... values) {
        return Stream.of(values).flatMap(Stream::ofNullable).findFirst().orElse(null);
    }

    private static List<String> ids(JsonNode participants) {
        return StreamSupport.stream(participants.spliterator(), false)
                .map(JsonNode::asText)
                .filter(id -> !id.isEmpty())
                .toList();
    }
}
