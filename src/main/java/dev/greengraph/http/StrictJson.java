package dev.greengraph.http;

import dev.greengraph.graphql.error.ErrorCode;
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

/** JSON that can be read in one way only: no broken characters, no key twice, nothing behind the value. */
final class StrictJson {

    private static final JsonParserFactory PARSERS = Json.createParserFactory(Map.of());
    private static final JsonReaderFactory READERS =
            Json.createReaderFactory(Map.of(JsonConfig.KEY_STRATEGY, JsonConfig.KeyStrategy.NONE));

    private StrictJson() {}

    /** The value that the bytes hold; fails with {@link Refusal}. */
    static JsonValue read(byte[] bytes) {
        try {
            // A new decoder reports what it cannot decode; a reader would replace it.
            return read(
                    "The body",
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(bytes))
                            .toString());
        } catch (CharacterCodingException malformed) {
            throw new Refusal(400, ErrorCode.BAD_REQUEST, "The body is not UTF-8.");
        }
    }

    /**
     * The value that a text holds; fails with {@link Refusal}.
     *
     * @param what how the refusal calls the text
     */
    static JsonValue read(String what, String text) {
        try {
            goToTheEnd(text);
            return readOnce(text);
        } catch (RuntimeException notJson) {
            // Of any kind: a number that is too long and a nesting that is too deep have types of their own.
            throw new Refusal(400, ErrorCode.BAD_REQUEST, what + " is not JSON.");
        }
    }

    /** The reader stops behind the first value; the parser does not. */
    private static void goToTheEnd(String text) {
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
