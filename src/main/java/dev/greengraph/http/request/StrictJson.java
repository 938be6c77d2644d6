package dev.greengraph.http.request;

import dev.greengraph.graphql.error.Refusal;
import jakarta.json.Json;
import jakarta.json.JsonConfig;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
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

    private static final JsonParserFactory PARSERS = Json.createParserFactory(Map.of());
    private static final JsonReaderFactory READERS =
            Json.createReaderFactory(Map.of(JsonConfig.KEY_STRATEGY, JsonConfig.KeyStrategy.NONE));

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
            requireSingleValue(text);
            return readOnce(text);
        } catch (RuntimeException notJson) {
            // Parsers throw other types, too: for a number that is too long, a nesting that is too deep.
            throw Refusal.badRequest(name + " must be JSON");
        }
    }

    /** The reader stops after the first value; the parser reads to the end. */
    private static void requireSingleValue(String text) {
        try (JsonParser parser = PARSERS.createParser(new StringReader(text))) {
            while (parser.hasNext()) {
                parser.next();
            }
        }
    }

    private static JsonValue readOnce(String text) {
        try (JsonReader reader = READERS.createReader(new StringReader(text))) {
            return reader.readValue();
        }
    }
}
