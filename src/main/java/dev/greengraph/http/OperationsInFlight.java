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
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Bounds how many operations this process works on at the same time, and for how long on each. What is beyond waits for
 * a while, as most operations wait themselves, for calls that they share. What is still beyond then, or has waited too long
 * for the processor, is refused before its body is read: 503, to come back in a second.
 *
 * <p>A slot is taken when the head of a request is there. Until the operation begins, it is free again when the caller is
 * answered or leaves. From then on, when the operation has ended: an operation whose caller has left still works. In any
 * case when its time is over.
 */
@Singleton
class OperationsInFlight implements Handler<RoutingContext> {

    private static final String SLOT = Slot.class.getName();
    private static final Duration COME_BACK = Duration.ofSeconds(1);

    private final LimitsConfig limits;
    private final Backlog backlog;
    private final Slots slots;

    OperationsInFlight(LimitsConfig limits, Backlog backlog) {
        this.limits = limits;
        this.backlog = backlog;
        this.slots = new Slots(limits.operationsInFlight(), limits.operationsWaiting());
    }

    /** Lets in what has a slot; fails with {@link Refusal} for what has none. */
    @Override
    public void handle(RoutingContext context) {
        if (context.response().writeQueueFull()) {
            // Asks on without reading earlier answers, which would pile up in memory: those are the last it gets.
            context.request().connection().close();
        } else if (backlog.waited().compareTo(limits.queueTime()) > 0) {
            throw refusal(context);
        } else {
            new Guest(context).ask();
        }
    }

    private void enter(RoutingContext context) {
        Slot slot = new Slot(context);
        context.put(SLOT, slot);
        context.addEndHandler(ended -> slot.callerIsGone());
        if (context.response().closed()) {
            slot.callerIsGone(); // between the slot and here: nobody tells it any more
        } else {
            context.next();
        }
    }

    /** How many are taken. */
    int taken() {
        return slots.taken();
    }

    /** The operation begins; its time is over when that deadline passes. */
    Deadline begin(RoutingContext context) {
        return slotOf(context).begin();
    }

    /** The operation has ended. */
    void end(RoutingContext context) {
        slotOf(context).end();
    }

    private static Refusal refusal(RoutingContext context) {
        context.response().putHeader("Retry-After", Long.toString(COME_BACK.toSeconds()));
        return new Refusal(
                503,
                ErrorCode.OVERLOADED,
                "The gateway has more to do than it can.",
                Map.of("retryAfterMs", COME_BACK.toMillis()));
    }

    private static Slot slotOf(RoutingContext context) {
        return Objects.requireNonNull(context.get(SLOT));
    }

    /** A request whose body nobody reads yet: it waits for a slot, until it has one, its time is over or its caller leaves. */
    private final class Guest implements Slots.Guest {

        private final RoutingContext context;
        private final Context owner = Vertx.currentContext();
        private final AtomicBoolean isDecided = new AtomicBoolean();
        private long timer;

        Guest(RoutingContext context) {
            this.context = context;
        }

        void ask() {
            Slots.Answer answer = slots.ask(this);
            if (answer == Slots.Answer.FULL) {
                throw refusal(context);
            }
            if (answer == Slots.Answer.TAKEN) {
                OperationsInFlight.this.enter(context);
            } else {
                timer = context.vertx()
                        .setTimer(
                                limits.waitingTime().toMillis(),
                                fired -> decide(() -> {
                                    slots.leave(this);
                                    context.fail(refusal(context));
                                }));
                context.addEndHandler(gone -> decide(() -> slots.leave(this)));
            }
        }

        @Override
        public boolean enter() {
            return decide(() -> {
                context.vertx().cancelTimer(timer);
                owner.runOnContext(now -> OperationsInFlight.this.enter(context));
            });
        }

        private boolean decide(Runnable action) {
            boolean isFirst = isDecided.compareAndSet(false, true);
            if (isFirst) {
                action.run();
            }
            return isFirst;
        }
    }

    private final class Slot {

        private final RoutingContext context;
        private final Deadline deadline = new Deadline();
        private final AtomicBoolean free = new AtomicBoolean();
        private volatile boolean begun;
        private long timer;

        Slot(RoutingContext context) {
            this.context = context;
        }

        void callerIsGone() {
            if (!begun) {
                free();
            }
        }

        Deadline begin() {
            begun = true;
            timer = context.vertx().setTimer(limits.requestTime().toMillis(), fired -> {
                deadline.pass();
                free();
            });
            return deadline;
        }

        void end() {
            context.vertx().cancelTimer(timer);
            free();
        }

        /** Vert.x tells the end of an answer and the end of its connection, each of them at times twice. */
        private void free() {
            if (free.compareAndSet(false, true)) {
                slots.release();
            }
        }
    }
}
