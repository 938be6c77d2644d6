package dev.greengraph.upstream.row;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * The chosen line of a list: its id as a text, in older answers an object that holds it.
 *
 * @param rowId the id of the line
 */
public record RowChoice(@Nullable String rowId) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static RowChoice of(JsonNode node) {
        String id = (node.isObject() ? node.path("selectedRowId") : node).asText("");
        return new RowChoice(id.isEmpty() ? null : WellFormed.of(id));
    }
}
