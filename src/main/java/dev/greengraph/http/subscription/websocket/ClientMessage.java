package dev.greengraph.http.subscription.websocket;

import dev.greengraph.graphql.error.Refusal;
import dev.greengraph.http.request.GraphqlRequest;
import io.vertx.core.MultiMap;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A message of a client.
 *
 * @param id of the subscription; empty where the type has none
 * @param payload empty where the message has none
 */
record ClientMessage(Type type, String id, JsonObject payload) {

    private static final int LONGEST_ID = 128;

    /** The headers that a page cannot set for a WebSocket, and sends in the payload of {@code connection_init}. */
    private static final List<String> CREDENTIALS = List.of("Authorization", "X-API-Key");

    enum Type {
        CONNECTION_INIT,
        SUBSCRIBE,
        COMPLETE,
        PING,
        PONG
    }

    /** Reads a message; fails with {@link Refusal} if it is none. */
    static ClientMessage read(String text) {
        JsonObject message = GraphqlRequest.object("The message", text);
        String named = string(message, "type");
        Type type = Arrays.stream(Type.values())
                .filter(known -> known.name().toLowerCase(Locale.ROOT).equals(named))
                .findFirst()
                .orElseThrow(() -> Refusal.badRequest("type must be one of the protocol's"));
        boolean hasId = type == Type.SUBSCRIBE || type == Type.COMPLETE;
        String id = hasId ? string(message, "id") : "";
        if (hasId && (id.isEmpty() || id.length() > LONGEST_ID)) {
            throw Refusal.badRequest("id must be a text");
        }
        if (message.get("payload") instanceof JsonObject payload) {
            return new ClientMessage(type, id, payload);
        }
        if (type == Type.SUBSCRIBE) {
            throw Refusal.badRequest("payload must be an object");
        }
        return new ClientMessage(type, id, JsonValue.EMPTY_JSON_OBJECT);
    }

    private static String string(JsonObject message, String field) {
        return message.get(field) instanceof JsonString value ? value.getString() : "";
    }

    /**
     * The credentials of a {@code connection_init}, whatever the case of their names; else those of the request.
     *
     * @param headers of the request that opened the connection
     */
    MultiMap credentials(MultiMap headers) {
        MultiMap credentials = MultiMap.caseInsensitiveMultiMap();
        payload.forEach((name, value) -> {
            if (value instanceof JsonString text && CREDENTIALS.stream().anyMatch(name::equalsIgnoreCase)) {
                credentials.add(name, text.getString());
            }
        });
        return credentials.isEmpty() ? headers : credentials;
    }
}
