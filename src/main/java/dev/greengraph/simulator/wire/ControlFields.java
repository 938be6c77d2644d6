package dev.greengraph.simulator.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The JSON body of a control request.
 *
 * <p>Every method fails with {@link IllegalArgumentException} whose message names the field and what is allowed in it.
 */
public final class ControlFields {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final JsonNode json;

    private ControlFields(JsonNode json) {
        this.json = json;
    }

    /** Reads a body that has no other fields than these. */
    public static ControlFields read(String body, Set<String> allowed) {
        JsonNode json = parse(body);
        for (Iterator<String> names = json.fieldNames(); names.hasNext(); ) {
            if (!allowed.contains(names.next())) {
                throw notAllowed("fields", new TreeSet<>(allowed));
            }
        }
        return new ControlFields(json);
    }

    private static JsonNode parse(String body) {
        try {
            JsonNode json = MAPPER.readTree(body);
            if (json.isObject()) {
                return json;
            }
        } catch (JsonProcessingException unreadable) {
            // answered below
        }
        throw notAllowed("body", List.of("JSON objects"));
    }

    public boolean has(String field) {
        return json.has(field);
    }

    /** One of the allowed words, or null if the field is absent. */
    public @Nullable String optional(String field, Collection<String> allowed) {
        return has(field) ? required(field, allowed) : null;
    }

    /** One of the allowed words. */
    public String required(String field, Collection<String> allowed) {
        String word = json.path(field).asText();
        if (!allowed.contains(word)) {
            throw notAllowed(field, allowed);
        }
        return word;
    }

    /** Text of at most so many characters. */
    public String text(String field, int most) {
        JsonNode text = json.path(field);
        if (!text.isTextual() || text.asText().isEmpty() || text.asText().length() > most) {
            throw notAllowed(field, List.of("texts of 1 to " + most + " characters"));
        }
        return text.asText();
    }

    /** A whole number from 1 on, or null if the field is absent. */
    public @Nullable Integer number(String field, int most) {
        JsonNode number = json.get(field);
        if (number == null) {
            return null;
        }
        boolean fits = number.canConvertToInt() && number.isIntegralNumber();
        if (!fits || number.asInt() < 1 || number.asInt() > most) {
            throw notAllowed(field, List.of("whole numbers from 1 to " + most));
        }
        return number.asInt();
    }

    /** False if the field is absent. */
    public boolean flag(String field) {
        JsonNode flag = json.path(field);
        if (!flag.isMissingNode() && !flag.isBoolean()) {
            throw notAllowed(field, List.of("true, false"));
        }
        return flag.asBoolean();
    }

    /** The complaint about a field. */
    public static IllegalArgumentException notAllowed(String field, Iterable<String> allowed) {
        return new IllegalArgumentException(field + ": allowed are " + String.join(", ", allowed));
    }
}
