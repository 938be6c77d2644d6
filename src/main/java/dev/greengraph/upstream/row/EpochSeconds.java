package dev.greengraph.upstream.row;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * Unix seconds that the upstream writes as a number, as digits in a text, or as the halves of a 64-bit number.
 *
 * @param value the seconds; absent if it was none of the three
 */
public record EpochSeconds(@Nullable Long value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static EpochSeconds of(JsonNode node) {
        if (node.isObject()) {
            boolean halves = node.path("low").isIntegralNumber();
            long value = (node.path("high").asLong() << 32) | (node.path("low").asLong() & 0xffff_ffffL);
            return new EpochSeconds(halves ? Long.valueOf(value) : null);
        }
        boolean digits = (node.isIntegralNumber() && node.canConvertToLong())
                || (node.isTextual() && node.textValue().matches("[0-9]{1,15}"));
        return new EpochSeconds(digits ? Long.valueOf(node.asLong()) : null);
    }
}
