package dev.greengraph.http.request;

import dev.greengraph.graphql.error.Refusal;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParserFactory;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Parses JSON that every parser reads alike: valid UTF-8, no duplicate keys, nothing behind the value. */
final class StrictJson {

    /** Parsson's setting: the one of the specification is read by readers only, and a reader stops after the first value. */
    private static final String NO_DUPLICATES = "org.eclipse.parsson.rejectDuplicateKeys";

    private static final JsonParserFactory PARSERS = Json.createParserFactory(Map.of(NO_DUPLICATES, true));

    private StrictJson() {}

    /** Parses the body; fails with {@link Refusal}. */
    static JsonValue read(byte[] bytes) {
        try {
            // A new decoder fails on malformed input; a reader would replace it.
            return read(
                    "The body",
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(bytes))
                            .toString());
        } catch (CharacterCodingException malformed) {
            throw Refusal.badRequest("The body must be UTF-8");
        }
    }

    /**
     * Parses a text; fails with {@link Refusal}.
     *
     * @param name of the text in the error message
     */
    static JsonValue read(String name, String text) {
        try {
            return readWhole(text);
        } catch (RuntimeException notJson) {
            // Parsers throw other types, too: for a number that is too long, a nesting that is too deep.
            throw Refusal.badRequest(name + " must be JSON");
        }
    }

    private static JsonValue readWhole(String text) {
        try (JsonParser parser = PARSERS.createParser(new StringReader(text))) {
            parser.next();
            JsonValue value = parser.getValue();
            if (parser.hasNext()) {
                throw new JsonException("there is more behind the value");
            }
            return value;
        }
    }
}
