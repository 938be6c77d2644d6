package dev.greengraph.http;

import dev.greengraph.graphql.Deadline;
import dev.greengraph.graphql.error.ErrorCode;
import io.vertx.core.Context;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Bounds how many operations this process works on at the same time, and for how long on each. What is beyond waits for
 * a while, as most operations wait themselves, for calls that they share. What is still beyond then, or has waited too long
 * for the processor, is refused before its body is read: 503, to come back in a second.
 *
 * <p>A slot is taken when the head of a request is there and its caller is known: who is not known takes none, nor a
 * place to wait. Until the operation begins, it is free again when the caller is answered or leaves. From then on, when
 * the operation has ended: an operation whose caller has left still works. In any case when its time is over.
 */
@Singleton
class OperationsInFlight implements Handler<RoutingContext> {

    private static final String GUEST = Guest.class.getName();
    private static final Duration A_SECOND = Duration.ofSeconds(1);
    private static final long NO_TIMER = -1;

    private final LimitsConfig limits;
    private final Backlog backlog;
    private final Slots slots;

    OperationsInFlight(LimitsConfig limits, Backlog backlog) {
        this.limits = limits;
        this.backlog = backlog;
        this.slots = new Slots(limits.operationsInFlight(), limits.operationsWaiting());
    }

    /** Lets in what has not waited too long for the processor; fails with {@link Refusal} for what has. */
    void checkTurn(RoutingContext context) {
        if (context.response().writeQueueFull()) {
            // Asks on without reading earlier answers, which would pile up in memory: those are the last it gets.
            context.request().connection().close();
        } else if (backlog.waited().compareTo(limits.queueTime()) > 0) {
            throw refusal(context);
        } else {
            context.next();
        }
    }

    /** Lets in what has a slot, now or in a while; fails with {@link Refusal} for what has none. */
    @Override
    public void handle(RoutingContext context) {
        if (!context.response().closed()) { // else its caller left before, and nobody is told of it any more
            new Guest(context).ask();
        }
    }

    /** How many are taken. */
    int taken() {
        return slots.taken();
    }

    /** The operation begins; its time is over when that deadline passes. */
    Deadline begin(RoutingContext context) {
        return guestOf(context).begin();
    }

    /** The operation has ended. */
    void end(RoutingContext context) {
        guestOf(context).end();
    }

    /** 503, to come back in a second. */
    static Refusal refusal(RoutingContext context) {
        context.response().putHeader("Retry-After", Long.toString(A_SECOND.toSeconds()));
        return new Refusal(
                503,
                ErrorCode.OVERLOADED,
                "The gateway has more to do than it can.",
                Map.of("retryAfterMs", A_SECOND.toMillis()));
    }

    private static Guest guestOf(RoutingContext context) {
        return Objects.requireNonNull(context.get(GUEST));
    }

    /** Where a request is on its way: it holds a slot while it reads and while it works. */
    private enum Stage {
        /** For a slot; its body is not read. */
        WAITS,
        /** Its body. */
        READS,
        /** The operation has begun. */
        WORKS,
        /** Answered, or its caller has left or its time is over. */
        OVER
    }

    /**
     * One request, from when it asks for a slot until it holds none. Each stage may last its time; one timer does for all.
     *
     * <p>Everything happens on the request's own context, except that another request gives it a slot, and that an operation
     * may end anywhere.
     */
    private final class Guest implements Slots.Guest {

        private final RoutingContext context;
        private final Context owner = Vertx.currentContext();
        private final AtomicReference<Stage> stage = new AtomicReference<>(Stage.WAITS);
        private volatile long timer = NO_TIMER;

        Guest(RoutingContext context) {
            this.context = context;
        }

        void ask() {
            context.put(GUEST, this);
            context.addEndHandler(answeredOrGone -> leave());
            switch (slots.ask(this)) {
                case FULL -> {
                    stage.set(Stage.OVER);
                    throw refusal(context);
                }
                case WAITS -> limit(limits.waitingTime(), this::giveUp);
                case TAKEN -> {
                    stage.set(Stage.READS);
                    read();
                }
            }
        }

        @Override
        public boolean enter() {
            boolean wanted = pass(Stage.WAITS, Stage.READS);
            if (wanted) {
                owner.runOnContext(now -> read());
            }
            return wanted;
        }

        Deadline begin() {
            pass(Stage.READS, Stage.WORKS);
            context.vertx().cancelTimer(timer);
            Deadline deadline = new Deadline(limits.requestTime().plus(A_SECOND), System::nanoTime);
            limit(limits.requestTime(), () -> takesTooLong(deadline));
            return deadline;
        }

        void end() {
            context.vertx().cancelTimer(timer);
            if (pass(Stage.WORKS, Stage.OVER)) {
                slots.release();
            }
        }

        private void read() {
            context.vertx().cancelTimer(timer);
            if (stage.get() == Stage.READS) { // else its caller has left between the slot and here
                limit(limits.receiveTime(), () -> context.request().connection().close());
                context.next();
            }
        }

        private void giveUp() {
            if (pass(Stage.WAITS, Stage.OVER)) {
                slots.leave(this);
                context.fail(refusal(context));
            }
        }

        private void takesTooLong(Deadline deadline) {
            deadline.pass();
            end();
        }

        /** Vert.x tells the end of an answer and the end of its connection, each of them at times twice. */
        private void leave() {
            if (pass(Stage.WAITS, Stage.OVER)) {
                context.vertx().cancelTimer(timer);
                slots.leave(this);
            } else if (pass(Stage.READS, Stage.OVER)) {
                context.vertx().cancelTimer(timer);
                slots.release();
            }
        }

        private boolean pass(Stage from, Stage to) {
            return stage.compareAndSet(from, to);
        }

        private void limit(Duration time, Runnable action) {
            timer = context.vertx().setTimer(time.toMillis(), over -> action.run());
        }
    }
}
