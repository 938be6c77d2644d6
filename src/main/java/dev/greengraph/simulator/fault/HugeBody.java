package dev.greengraph.simulator.fault;

import dev.greengraph.simulator.wire.WireAnswer;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;

/** An array of valid entries above 20 MB, written with back-pressure and never held in memory. */
final class HugeBody {

    private static final int MORE_THAN = 20 * 1024 * 1024;
    private static final int ENTRIES_PER_CHUNK = 100;

    private final HttpServerResponse response;
    private long written;
    private int entries;

    HugeBody(HttpServerResponse response) {
        this.response = response;
    }

    void send() {
        response.exceptionHandler(gone -> {});
        response.setChunked(true).putHeader("Content-Type", WireAnswer.JSON);
        response.write("[");
        response.drainHandler(drained -> pump());
        pump();
    }

    private void pump() {
        while (!response.ended() && !response.closed() && !response.writeQueueFull()) {
            if (written > MORE_THAN) {
                response.end("]");
            } else {
                Buffer chunk = chunk();
                written += chunk.length();
                response.write(chunk);
            }
        }
    }

    private Buffer chunk() {
        Buffer chunk = Buffer.buffer();
        for (int i = 0; i < ENTRIES_PER_CHUNK; i++) {
            chunk.appendString(entries == 0 ? "" : ",").appendString(entry(++entries));
        }
        return chunk;
    }

    private static String entry(int number) {
        return String.format(
                "{\"type\":\"incoming\",\"idMessage\":\"3AFF%016d\",\"timestamp\":1766000000,"
                        + "\"typeMessage\":\"textMessage\",\"chatId\":\"70000001001@c.us\","
                        + "\"textMessage\":\"%s\",\"senderId\":\"70000001001@c.us\",\"senderName\":\"Vera S.\","
                        + "\"senderContactName\":\"\"}",
                number, "A very long story. ".repeat(20));
    }
}
