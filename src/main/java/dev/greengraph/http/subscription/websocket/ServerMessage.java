package dev.greengraph.http.subscription.websocket;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.Json;

/** Messages of the server, as text: results are JSON already and are not parsed again. */
final class ServerMessage {

    private static final String ERRORS_BEGIN = "{\"errors\":";

    private ServerMessage() {}

    static Buffer ack() {
        return Buffer.buffer("{\"type\":\"connection_ack\"}");
    }

    static Buffer pong() {
        return Buffer.buffer("{\"type\":\"pong\"}");
    }

    static Buffer complete(String id) {
        return Buffer.buffer(begin(id, "complete") + "}");
    }

    static Buffer next(String id, Buffer result) {
        return Buffer.buffer(begin(id, "next") + ",\"payload\":")
                .appendBuffer(result)
                .appendString("}");
    }

    /** @param result that holds errors only: the message's payload is their list */
    static Buffer error(String id, Buffer result) {
        return Buffer.buffer(begin(id, "error") + ",\"payload\":")
                .appendBuffer(result.slice(ERRORS_BEGIN.length(), result.length() - 1))
                .appendString("}");
    }

    private static String begin(String id, String type) {
        return "{\"id\":" + Json.encode(id) + ",\"type\":\"" + type + "\"";
    }
}
