package dev.greengraph.http;

import dev.greengraph.graphql.error.ErrorCode;
import io.vertx.core.buffer.Buffer;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import org.jspecify.annotations.Nullable;

/** What a request asks for: one operation as the GraphQL-over-HTTP specification writes it. */
final class GraphqlRequest {

    private GraphqlRequest() {}

    /** The body, checked; fails with {@link Refusal}. */
    static JsonObject parse(@Nullable Buffer body) {
        JsonValue value = StrictJson.read(body == null ? new byte[0] : body.getBytes());
        if (value.getValueType() == JsonValue.ValueType.ARRAY) {
            throw new Refusal(400, ErrorCode.BATCHING_DISABLED, "Send one operation in a request.");
        }
        if (value.getValueType() != JsonValue.ValueType.OBJECT) {
            throw new Refusal(400, ErrorCode.BAD_REQUEST, "The body: allowed is an object");
        }
        return checked(value.asJsonObject());
    }

    /** The request itself, its parameters checked but for what names the document; fails with {@link Refusal}. */
    static JsonObject checked(JsonObject request) {
        check(request, "operationName", JsonValue.ValueType.STRING, "a text");
        check(request, "variables", JsonValue.ValueType.OBJECT, "an object");
        check(request, "extensions", JsonValue.ValueType.OBJECT, "an object");
        return request;
    }

    private static void check(JsonObject request, String field, JsonValue.ValueType type, String allowed) {
        JsonValue value = request.get(field);
        if (value != null && value.getValueType() != JsonValue.ValueType.NULL && value.getValueType() != type) {
            throw new Refusal(400, ErrorCode.BAD_REQUEST, field + ": allowed is " + allowed + " or null");
        }
    }
}
