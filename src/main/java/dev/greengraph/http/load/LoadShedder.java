package dev.greengraph.http.load;

import dev.greengraph.graphql.Deadline;
import dev.greengraph.graphql.error.ErrorCode;
import dev.greengraph.graphql.error.Refusal;
import io.vertx.core.Context;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Load shedding: limits how many operations are executed at once, and how long each of them may take. Operations above the
 * limit wait in a FIFO queue for a short time. Requests that find the queue full, wait too long, or arrive while the event
 * loop lags are refused with 503 before their body is read.
 *
 * <p>A place is acquired after the head of the request has arrived and its caller is authenticated: unauthenticated
 * requests take neither a place nor a position in the queue. Before the execution begins, the place is released when the
 * response is sent or the connection closes. After that it is released when the execution ends, also if the caller has
 * disconnected, or when the operation's deadline passes.
 */
@Singleton
public class LoadShedder implements Handler<RoutingContext> {

    private static final String KEY = PendingOperation.class.getName();
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);
    /** The timer passes the deadline; the deadline's own clock covers an event loop that is too busy for timers. */
    private static final Duration GRACE = Duration.ofSeconds(1);

    private static final long NO_TIMER = -1;

    private final LimitsConfig limits;
    private final EventLoopLag lag;
    private final ConcurrencyLimit operations;

    LoadShedder(LimitsConfig limits, EventLoopLag lag) {
        this.limits = limits;
        this.lag = lag;
        this.operations = new ConcurrencyLimit(limits.operationsInFlight(), limits.operationsWaiting());
    }

    /** Fails with {@link Refusal} if the event loop is too far behind. */
    public void rejectWhenEventLoopLags(RoutingContext context) {
        if (context.response().writeQueueFull()) {
            // Pipelining without reading the responses: they would pile up in memory.
            context.request().connection().close();
        } else if (lag.current().compareTo(limits.queueTime()) > 0) {
            throw overloaded();
        } else {
            context.next();
        }
    }

    /** Acquires a place, now or after waiting in the queue; fails with {@link Refusal} if there is none. */
    @Override
    public void handle(RoutingContext context) {
        if (!context.response().closed()) { // else the end handler would never run
            new PendingOperation(context).acquire();
        }
    }

    /** Number of places in use. */
    public int inUse() {
        return operations.inUse();
    }

    /** The execution begins; returns its deadline. */
    public Deadline begin(RoutingContext context) {
        return pendingOf(context).begin();
    }

    /** The execution has ended; releases the place. */
    public void end(RoutingContext context) {
        pendingOf(context).end();
    }

    /** 503 with {@code OVERLOADED}. */
    public static Refusal overloaded() {
        return Refusal.retryLater(ErrorCode.OVERLOADED, "The gateway is overloaded.", RETRY_AFTER);
    }

    private static PendingOperation pendingOf(RoutingContext context) {
        return Objects.requireNonNull(context.get(KEY));
    }

    /** State of a request; it holds a place while it is {@code READING} or {@code EXECUTING}. */
    private enum Stage {
        /** In the queue; its body is not read. */
        QUEUED,
        /** Receives its body. */
        READING,
        /** The execution has begun. */
        EXECUTING,
        /** The response was sent, the caller disconnected, or the deadline passed. */
        DONE
    }

    /**
     * One request, from asking for a place until the place is released. Each stage has its time limit; a stage replaces the
     * timer of the one before.
     *
     * <p>Runs on the request's Vert.x context, except for {@link #tryAcquire}, which runs on the context of the request that
     * releases its place, and {@link #end}, which may run on any thread. Hence the atomic stage.
     */
    private final class PendingOperation implements ConcurrencyLimit.Waiter {

        private final RoutingContext context;
        private final Context owner = Vertx.currentContext();
        private final AtomicReference<Stage> stage = new AtomicReference<>(Stage.QUEUED);
        private volatile long timer = NO_TIMER;

        PendingOperation(RoutingContext context) {
            this.context = context;
        }

        void acquire() {
            context.put(KEY, this);
            context.addEndHandler(sentOrClosed -> onTermination());
            switch (operations.acquire(this)) {
                case FULL -> {
                    stage.set(Stage.DONE);
                    throw overloaded();
                }
                case QUEUED -> limit(limits.waitingTime(), this::giveUp);
                case ACQUIRED -> {
                    stage.set(Stage.READING);
                    read();
                }
            }
        }

        @Override
        public boolean tryAcquire() {
            boolean stillWaiting = move(Stage.QUEUED, Stage.READING);
            if (stillWaiting) {
                owner.runOnContext(now -> read());
            }
            return stillWaiting;
        }

        Deadline begin() {
            move(Stage.READING, Stage.EXECUTING);
            context.vertx().cancelTimer(timer);
            Deadline deadline = new Deadline(limits.requestTime().plus(GRACE), System::nanoTime);
            limit(limits.requestTime(), () -> expire(deadline));
            return deadline;
        }

        void end() {
            context.vertx().cancelTimer(timer);
            if (move(Stage.EXECUTING, Stage.DONE)) {
                operations.release();
            }
        }

        private void read() {
            context.vertx().cancelTimer(timer);
            if (stage.get() == Stage.READING) { // else the caller disconnected in the meantime
                limit(limits.receiveTime(), () -> context.request().connection().close());
                context.next();
            }
        }

        private void giveUp() {
            if (move(Stage.QUEUED, Stage.DONE)) {
                operations.cancel(this);
                context.fail(overloaded());
            }
        }

        private void expire(Deadline deadline) {
            deadline.pass();
            end();
        }

        /** Vert.x may call this twice, for the response and for the connection; releasing is idempotent. */
        private void onTermination() {
            if (move(Stage.QUEUED, Stage.DONE)) {
                context.vertx().cancelTimer(timer);
                operations.cancel(this);
            } else if (move(Stage.READING, Stage.DONE)) {
                context.vertx().cancelTimer(timer);
                operations.release();
            }
        }

        private boolean move(Stage from, Stage to) {
            return stage.compareAndSet(from, to);
        }

        private void limit(Duration time, Runnable action) {
            timer = context.vertx().setTimer(time.toMillis(), expired -> action.run());
        }
    }
}
