package dev.greengraph.http.load;

import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * How far an event loop is behind. One iteration of the loop reads all connections that have data, one after the other, and
 * then runs the tasks that were submitted meanwhile. So the time since the first request of an iteration is the time that
 * the current request has waited.
 *
 * <p>A query that is served from memory never leaves the event loop, so such queries never count as in flight together: they
 * queue up in the sockets, where the concurrency limit does not see them. Without this measure all of them would be answered
 * after their callers have given up.
 */
@Singleton
class EventLoopLag {

    private final Vertx vertx;
    private final LongSupplier nanoTime;
    /** When the current iteration of this thread's event loop began. */
    private final ThreadLocal<@Nullable Long> iterationBegan = new ThreadLocal<>();

    /** Uses the monotonic clock, because it measures an interval. */
    @Inject
    EventLoopLag(Vertx vertx) {
        this(vertx, System::nanoTime);
    }

    EventLoopLag(Vertx vertx, LongSupplier nanoTime) {
        this.vertx = vertx;
        this.nanoTime = nanoTime;
    }

    /** How long the current request has waited for this event loop. */
    Duration current() {
        long now = nanoTime.getAsLong();
        Long began = iterationBegan.get();
        if (began == null) {
            iterationBegan.set(now);
            vertx.runOnContext(endOfIteration -> iterationBegan.remove());
            return Duration.ZERO;
        }
        return Duration.ofNanos(now - began);
    }
}
