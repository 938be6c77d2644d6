package dev.greengraph.upstream.row.directory;

import com.fasterxml.jackson.databind.JsonNode;
import dev.greengraph.upstream.row.RowReader;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * What the messenger says about one group. The link that invites to it is not read: who may read may not join.
 *
 * <p>Source: upstream manual, getGroupData; samples {@code upstream/get-group-data}.
 *
 * @param subject its name
 * @param description what it is for
 * @param owner who made it
 * @param creation when, Unix seconds
 * @param size members that the messenger counts
 * @param participants its members
 */
public record GroupRow(
        @Nullable String subject,
        @Nullable String description,
        @Nullable String owner,
        @Nullable Long creation,
        @Nullable Integer size,
        List<Participant> participants) {

    /** Keeps a copy of the members. */
    public GroupRow {
        participants = List.copyOf(participants);
    }

    /**
     * A member.
     *
     * @param id {@code id} on WhatsApp, {@code chatId} on MAX
     * @param lid the id that hides the number
     * @param isAdmin whether they may change the group
     * @param isSuperAdmin whether they made it
     */
    public record Participant(String id, @Nullable String lid, boolean isAdmin, boolean isSuperAdmin) {

        private static Stream<Participant> read(JsonNode entry) {
            String id = RowReader.text(entry, "id");
            return Stream.ofNullable(id == null ? RowReader.text(entry, "chatId") : id)
                    .map(found -> new Participant(
                            found,
                            RowReader.text(entry, "lid"),
                            entry.path("isAdmin").asBoolean(),
                            entry.path("isSuperAdmin").asBoolean()));
        }
    }

    /** Reads the answer; nothing if it lists no members. */
    public static Optional<GroupRow> read(JsonNode body) {
        JsonNode size = body.path("size");
        return Optional.of(body)
                .filter(group -> group.path("participants").isArray())
                .map(group -> new GroupRow(
                        RowReader.text(body, "subject"),
                        RowReader.text(body, "description"),
                        RowReader.text(body, "owner"),
                        RowReader.seconds(body.path("creation")),
                        size.isNumber() && size.canConvertToInt() ? size.asInt() : null,
                        StreamSupport.stream(body.path("participants").spliterator(), false)
                                .flatMap(Participant::read)
                                .toList()));
    }
}
