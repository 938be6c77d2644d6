package dev.greengraph.http.subscription;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** The timers of one connection, which end with it. Their tasks run on its Vert.x context. */
final class ConnectionTimers {

    private final Vertx vertx;
    private final Context owner;
    private final List<Long> timers = new ArrayList<>();
    private boolean isStopped;

    /** Without a timer; to be called on the connection's Vert.x context. */
    ConnectionTimers(Vertx vertx) {
        this.vertx = vertx;
        this.owner = vertx.getOrCreateContext();
    }

    void every(Duration interval, Runnable task) {
        add(vertx.setPeriodic(interval.toMillis(), tick -> onItsThread(task)));
    }

    void after(Duration time, Runnable task) {
        add(vertx.setTimer(Math.max(1, time.toMillis()), passed -> onItsThread(task)));
    }

    /** Once, at a moment of chance within that time. */
    void within(Duration time, Runnable task) {
        after(Duration.ofMillis(ThreadLocalRandom.current().nextLong(time.toMillis() + 1)), task);
    }

    void onItsThread(Runnable task) {
        owner.runOnContext(ignored -> task.run());
    }

    private synchronized void add(long timer) {
        timers.add(timer);
        if (isStopped) {
            stop();
        }
    }

    synchronized void stop() {
        isStopped = true;
        timers.forEach(vertx::cancelTimer);
        timers.clear();
    }
}
