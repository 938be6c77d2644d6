package dev.greengraph.testsupport.process;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.concurrent.Semaphore;

/** An upstream that receives a text whenever the test says so. */
public final class GrowingUpstream implements AutoCloseable {

    /** Where all texts come from. */
    public static final String CHAT = "70000001001@c.us";

    private final Vertx vertx = Vertx.vertx();
    private final JsonArray incoming = new JsonArray();
    private final Semaphore readings = new Semaphore(0);
    private final int port = vertx.createHttpServer()
            .requestHandler(this::answer)
            .listen(0, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .join()
            .actualPort();

    public String url() {
        return "http://127.0.0.1:" + port;
    }

    /** Forgets who has asked so far. */
    public void awaitNothing() {
        readings.drainPermits();
    }

    /** Whether nobody asked since then. */
    public boolean wasNotAsked() {
        return readings.availablePermits() == 0;
    }

    /** Waits until it was asked for what was received. */
    public void awaitReading() throws InterruptedException {
        readings.acquire();
    }

    /** A text of that id was received. */
    public synchronized void add(String id) {
        incoming.add(text(id));
    }

    /** A text that is received now. */
    public static JsonObject text(String id) {
        return new JsonObject()
                .put("type", "incoming")
                .put("idMessage", id)
                .put("timestamp", Instant.now().getEpochSecond())
                .put("typeMessage", "textMessage")
                .put("chatId", CHAT)
                .put("senderId", CHAT)
                .put("textMessage", "text of " + id);
    }

    private synchronized void answer(HttpServerRequest request) {
        boolean isIncoming = request.path().contains("/lastIncomingMessages/");
        request.response()
                .putHeader("Content-Type", "application/json")
                .end((isIncoming ? incoming : new JsonArray()).encode());
        if (isIncoming) {
            readings.release();
        }
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
