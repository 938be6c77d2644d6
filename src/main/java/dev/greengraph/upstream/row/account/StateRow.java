package dev.greengraph.upstream.row.account;

import com.fasterxml.jackson.databind.JsonNode;
import dev.greengraph.upstream.row.RowReader;
import java.util.Optional;

/**
 * Whether an account works.
 *
 * <p>Source: upstream manual, getStateInstance; sample {@code upstream/get-state-instance}.
 *
 * @param stateInstance the upstream's word: {@code authorized}, {@code suspended}, …; the set is open
 */
public record StateRow(String stateInstance) {

    /** Reads the answer; nothing if it names no state. */
    public static Optional<StateRow> read(JsonNode body) {
        return Optional.ofNullable(RowReader.text(body, "stateInstance")).map(StateRow::new);
    }
}
