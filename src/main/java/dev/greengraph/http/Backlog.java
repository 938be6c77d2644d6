package dev.greengraph.http;

import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * How far an event loop is behind. It takes all connections that have something to read, one after the other, and then what
 * was put off until afterwards: so the time since the first request of such a round is what the one at hand has waited.
 *
 * <p>A query from memory is answered within its turn, so that too many of them never are in flight together: they wait
 * where only this sees them, and without it all would be answered after their callers have gone.
 */
@Singleton
class Backlog {

    private final Vertx vertx;
    private final LongSupplier nanoTime;
    /** When the round of this event loop began. */
    private final ThreadLocal<@Nullable Long> begin = new ThreadLocal<>();

    /** Takes the time that only runs forward: it measures, and says nothing of the day. */
    @Inject
    Backlog(Vertx vertx) {
        this(vertx, System::nanoTime);
    }

    Backlog(Vertx vertx, LongSupplier nanoTime) {
        this.vertx = vertx;
        this.nanoTime = nanoTime;
    }

    /** How long the request has waited that this event loop just begins with. */
    Duration waited() {
        long now = nanoTime.getAsLong();
        Long began = begin.get();
        if (began == null) {
            begin.set(now);
            vertx.runOnContext(over -> begin.remove());
            return Duration.ZERO;
        }
        return Duration.ofNanos(now - began);
    }
}
