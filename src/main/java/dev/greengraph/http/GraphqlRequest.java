package dev.greengraph.http;

import dev.greengraph.graphql.error.ErrorCode;
import io.vertx.core.buffer.Buffer;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonString;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the body of a request: one operation as the GraphQL-over-HTTP specification writes it. */
final class GraphqlRequest {

    private static final JsonReaderFactory READERS = Json.createReaderFactory(Map.of());

    private GraphqlRequest() {}

    /** The body, checked; fails with {@link Refusal}. */
    static JsonObject parse(@Nullable Buffer body, int mostCharacters) {
        JsonStructure structure = read(body);
        if (structure.getValueType() == JsonValue.ValueType.ARRAY) {
            throw new Refusal(400, ErrorCode.BATCHING_DISABLED, "Send one operation in a request.");
        }
        JsonObject request = structure.asJsonObject();
        if (!(request.get("query") instanceof JsonString query)
                || query.getString().isBlank()) {
            throw new Refusal(400, ErrorCode.BAD_REQUEST, "query: allowed is the text of a GraphQL document");
        }
        if (query.getString().length() > mostCharacters) {
            throw new Refusal(
                    400,
                    ErrorCode.QUERY_TOO_LARGE,
                    "query: allowed is a text of at most " + mostCharacters + " characters",
                    Map.of("limit", mostCharacters, "value", query.getString().length()));
        }
        check(request, "operationName", JsonValue.ValueType.STRING, "a text");
        check(request, "variables", JsonValue.ValueType.OBJECT, "an object");
        check(request, "extensions", JsonValue.ValueType.OBJECT, "an object");
        return request;
    }

    private static JsonStructure read(@Nullable Buffer body) {
        ByteArrayInputStream bytes = new ByteArrayInputStream(body == null ? new byte[0] : body.getBytes());
        try (JsonReader reader = READERS.createReader(bytes, StandardCharsets.UTF_8)) {
            return reader.read();
        } catch (JsonException | IllegalStateException notJson) {
            throw new Refusal(400, ErrorCode.BAD_REQUEST, "The body is not JSON.");
        }
    }

    private static void check(JsonObject request, String field, JsonValue.ValueType type, String allowed) {
        JsonValue value = request.get(field);
        if (value != null && value.getValueType() != JsonValue.ValueType.NULL && value.getValueType() != type) {
            throw new Refusal(400, ErrorCode.BAD_REQUEST, field + ": allowed is " + allowed + " or null");
        }
    }
}
