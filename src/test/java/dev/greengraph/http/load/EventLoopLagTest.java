package dev.greengraph.http.load;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EventLoopLagTest {

    private final Vertx vertx = Vertx.vertx();
    private final Context loop = vertx.getOrCreateContext();
    private final AtomicLong nanos = new AtomicLong();
    private final EventLoopLag backlog = new EventLoopLag(vertx, nanos::get);
    private final List<Duration> waited = new ArrayList<>();

    @AfterEach
    void stop() {
        vertx.close();
    }

    @Test
    void isTheTimeSinceTheFirstRequestOfTheRound() {
        round(3);

        assertEquals(List.of(Duration.ZERO, Duration.ofMillis(40), Duration.ofMillis(80)), waited);
    }

    @Test
    void beginsAnewWithEachRound() {
        round(2);
        round(2);

        assertEquals(List.of(Duration.ZERO, Duration.ofMillis(40), Duration.ZERO, Duration.ofMillis(40)), waited);
    }

    /** Requests that one event loop takes one after the other, 40 ms each. */
    private void round(int requests) {
        CompletableFuture<Void> over = new CompletableFuture<>();
        loop.runOnContext(start -> {
            for (int i = 0; i < requests; i++) {
                waited.add(backlog.current());
                nanos.addAndGet(Duration.ofMillis(40).toNanos());
            }
            loop.runOnContext(end -> over.complete(null));
        });
        over.orTimeout(5, TimeUnit.SECONDS).join();
    }
}
