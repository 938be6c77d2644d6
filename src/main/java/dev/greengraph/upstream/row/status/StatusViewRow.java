package dev.greengraph.upstream.row.status;

import com.fasterxml.jackson.databind.JsonNode;
import dev.greengraph.upstream.row.RowReader;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far a status came with one person.
 *
 * <p>Source: upstream manual, getStatusStatistic (beta); sample {@code upstream/get-status-statistic}.
 *
 * @param participant the person
 * @param seconds when, Unix seconds
 * @param status how far
 */
public record StatusViewRow(
        String participant,
        @Nullable Long seconds,
        @Nullable String status) {

    /** Reads an entry; nothing if it names nobody. */
    public static Optional<StatusViewRow> read(JsonNode entry) {
        return Optional.ofNullable(RowReader.text(entry, "participant"))
                .map(person -> new StatusViewRow(
                        person, RowReader.seconds(entry.path("timestamp")), RowReader.text(entry, "status")));
    }
}
