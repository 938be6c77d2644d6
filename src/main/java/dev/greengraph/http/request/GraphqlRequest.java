package dev.greengraph.http.request;

import dev.greengraph.graphql.error.ErrorCode;
import dev.greengraph.graphql.error.Refusal;
import io.vertx.core.buffer.Buffer;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import org.jspecify.annotations.Nullable;

/** Reads one operation in the form that the GraphQL-over-HTTP specification defines. */
public final class GraphqlRequest {

    private GraphqlRequest() {}

    /** Parses and checks the body; fails with {@link Refusal}. */
    public static JsonObject parse(@Nullable Buffer body) {
        JsonValue value = StrictJson.read(body == null ? new byte[0] : body.getBytes());
        if (value.getValueType() == JsonValue.ValueType.ARRAY) {
            throw new Refusal(400, ErrorCode.BATCHING_DISABLED, "The body must be one operation, not an array");
        }
        if (value.getValueType() != JsonValue.ValueType.OBJECT) {
            throw Refusal.badRequest("The body must be an object");
        }
        return checked(value.asJsonObject());
    }

    /**
     * Parses a text that must be an object; fails with {@link Refusal}.
     *
     * @param name of the text in the error message
     */
    public static JsonObject object(String name, String text) {
        JsonValue value = StrictJson.read(name, text);
        if (value.getValueType() != JsonValue.ValueType.OBJECT) {
            throw Refusal.badRequest(name + " must be an object");
        }
        return value.asJsonObject();
    }

    /** Returns its argument, or fails with {@link Refusal}. Admission checks what names the document. */
    public static JsonObject checked(JsonObject request) {
        check(request, "operationName", JsonValue.ValueType.STRING, "a string");
        check(request, "variables", JsonValue.ValueType.OBJECT, "an object");
        check(request, "extensions", JsonValue.ValueType.OBJECT, "an object");
        return request;
    }

    private static void check(JsonObject request, String field, JsonValue.ValueType type, String allowed) {
        JsonValue value = request.get(field);
        if (value != null && value.getValueType() != JsonValue.ValueType.NULL && value.getValueType() != type) {
            throw Refusal.badRequest(field + " must be " + allowed + " or null");
        }
    }
}
