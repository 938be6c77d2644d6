package dev.greengraph.testsupport.process;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An upstream whose answers are empty, and that takes one call in any second: each one that comes sooner is refused with 429,
 * and counted. On one event loop, so nothing of it is locked.
 */
public final class StrictUpstream implements AutoCloseable {

    private static final long WINDOW_MILLIS = 1_000;

    private final Vertx vertx = Vertx.vertx();
    private final Clock clock;
    private final int port;
    private final AtomicInteger calls = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private final AtomicInteger hanging = new AtomicInteger();
    private long lastMillis;

    /** @param clock by which a second is counted */
    public StrictUpstream(Clock clock) {
        this.clock = clock;
        this.port = vertx.createHttpServer()
                .requestHandler(this::answer)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join()
                .actualPort();
    }

    private void answer(HttpServerRequest request) {
        calls.incrementAndGet();
        long now = clock.millis();
        if (now - lastMillis < WINDOW_MILLIS) {
            refused.incrementAndGet();
            request.response().setStatusCode(429).end();
            return;
        }
        lastMillis = now;
        if (hanging.getAndUpdate(rest -> Math.max(0, rest - 1)) == 0) {
            request.response().putHeader("Content-Type", "application/json").end("[]");
        }
    }

    public String url() {
        return "http://127.0.0.1:" + port;
    }

    /** The next call is taken, and never answered. */
    public void hangOnce() {
        hanging.set(1);
    }

    /** Calls since it was last asked to forget them, with those refused. */
    public int calls() {
        return calls.get();
    }

    /** Calls that came too soon. */
    public int refused() {
        return refused.get();
    }

    /** Counts from zero again. */
    public void forget() {
        calls.set(0);
        refused.set(0);
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
