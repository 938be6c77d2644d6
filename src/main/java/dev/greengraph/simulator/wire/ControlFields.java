package dev.greengraph.simulator.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Collection;
import java.util.Iterator;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The JSON body of a control request.
 *
 * <p>Every method fails with {@link IllegalArgumentException} whose message names the field and what it must be.
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
                throw notOneOf("fields", new TreeSet<>(allowed));
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
        throw wrong("body", "a JSON object");
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
            throw notOneOf(field, allowed);
        }
        return word;
    }

    /** Text of at most so many characters. */
    public String text(String field, int most) {
        JsonNode text = json.path(field);
        if (!text.isTextual() || text.asText().isEmpty() || text.asText().length() > most) {
            throw wrong(field, "a text of 1 to " + most + " characters");
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
            throw wrong(field, "a whole number between 1 and " + most);
        }
        return number.asInt();
    }

    /** False if the field is absent. */
    public boolean flag(String field) {
        JsonNode flag = json.path(field);
        if (!flag.isMissingNode() && !flag.isBoolean()) {
            throw wrong(field, "true or false");
        }
        return flag.asBoolean();
    }

    /** The failure for a field whose value is none of these. */
    public static IllegalArgumentException notOneOf(String field, Iterable<String> allowed) {
        return wrong(field, "one of " + String.join(", ", allowed));
    }

    /** The failure for a field, with what it must be. */
    public static IllegalArgumentException wrong(String field, String required) {
        return new IllegalArgumentException(field + ": must be " + required);
    }
}
