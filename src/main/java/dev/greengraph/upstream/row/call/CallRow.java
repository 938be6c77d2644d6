package dev.greengraph.upstream.row.call;

import com.fasterxml.jackson.databind.JsonNode;
import dev.greengraph.upstream.row.RowReader;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * A call by voice or video.
 *
 * <p>Source: upstream manual, lastIncomingCalls and lastOutgoingCalls (beta); samples {@code upstream/last-incoming-calls},
 * {@code upstream/last-outgoing-calls}.
 *
 * @param idMessage its id
 * @param seconds when it happened, Unix seconds
 * @param chatId with whom, or in which group
 * @param status {@code missed}, {@code pickUp}, …; the set is open
 * @param isVideo whether it was with video
 * @param isGroup whether a group was called
 * @param duration seconds that were spoken; of outgoing calls
 * @param participants those who were called
 */
public record CallRow(
        String idMessage,
        long seconds,
        String chatId,
        @Nullable String status,
        boolean isVideo,
        boolean isGroup,
        @Nullable Integer duration,
        List<Participant> participants) {

    /** Keeps a copy of the participants. */
    public CallRow {
        participants = List.copyOf(participants);
    }

    /**
     * Somebody who was called.
     *
     * @param id who
     * @param status what they did
     */
    public record Participant(String id, @Nullable String status) {

        private static Stream<Participant> read(JsonNode entry) {
            return Stream.ofNullable(RowReader.text(entry, "id"))
                    .map(id -> new Participant(id, RowReader.text(entry, "status")));
        }
    }

    /** Reads an entry; nothing if it lacks its id, its chat or its time. */
    public static Optional<CallRow> read(JsonNode entry) {
        String id = RowReader.text(entry, "idMessage");
        String chat = RowReader.text(entry, "chatId");
        Long seconds = RowReader.seconds(entry.path("timestamp"));
        if (id == null || chat == null || seconds == null) {
            return Optional.empty();
        }
        JsonNode duration = entry.path("duration");
        return Optional.of(new CallRow(
                id,
                seconds,
                chat,
                RowReader.text(entry, "status"),
                entry.path("isVideo").asBoolean(),
                entry.path("isGroup").asBoolean(),
                duration.canConvertToInt() && duration.isNumber() ? duration.asInt() : null,
                StreamSupport.stream(entry.path("participants").spliterator(), false)
                        .flatMap(Participant::read)
                        .toList()));
    }
}
