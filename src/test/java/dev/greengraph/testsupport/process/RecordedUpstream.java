package dev.greengraph.testsupport.process;

import dev.greengraph.testsupport.Samples;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.util.stream.IntStream;

/** An upstream whose journals and histories hold the recorded messages of all kinds again and again, one a second until now. */
public final class RecordedUpstream implements AutoCloseable {

    private static final int INCOMING = 80;
    private static final int OUTGOING = 40;

    private final JsonArray incoming;
    private final JsonArray outgoing;
    private final Vertx vertx = Vertx.vertx();
    private final int port;

    /** @param clock says when the newest messages were written */
    public RecordedUpstream(Clock clock) {
        long now = clock.instant().getEpochSecond();
        JsonArray received = recorded("last-incoming-messages/whatsapp-every-kind");
        recorded("get-chat-history/whatsapp-group-with-every-kind").forEach(received::add);
        incoming = repeated(received, "incoming", now, INCOMING);
        outgoing = repeated(recorded("last-outgoing-messages/whatsapp-every-delivery"), "outgoing", now, OUTGOING);
        port = vertx.createHttpServer()
                .requestHandler(this::answer)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join()
                .actualPort();
    }

    public String url() {
        return "http://127.0.0.1:" + port;
    }

    private static JsonArray recorded(String sample) {
        return new JsonArray(Buffer.buffer(Samples.bytes(sample)));
    }

    private static JsonArray repeated(JsonArray samples, String direction, long now, int times) {
        JsonArray rows = new JsonArray();
        IntStream.range(0, times)
                .mapToObj(i -> row(samples.getJsonObject(i % samples.size()).copy(), direction, now - i, i))
                .forEach(rows::add);
        return rows;
    }

    private static JsonObject row(JsonObject sample, String direction, long timestamp, int number) {
        return sample.put("type", direction)
                .put("timestamp", timestamp)
                .put("idMessage", "3A%s%016d".formatted(direction.equals("incoming") ? "00" : "FF", number));
    }

    private void answer(HttpServerRequest request) {
        JsonArray rows = request.path().contains("/lastOutgoingMessages/") ? outgoing : incoming;
        request.response().putHeader("Content-Type", "application/json").end(rows.toBuffer());
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
