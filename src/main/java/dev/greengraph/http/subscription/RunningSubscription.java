package dev.greengraph.http.subscription;

import dev.greengraph.graphql.subscription.SubscriptionStep;
import dev.greengraph.observe.request.AnswerMetrics.Source;
import graphql.ExecutionResult;
import io.smallrye.mutiny.Multi;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;
import org.jspecify.annotations.Nullable;

/**
 * One subscription, from its begin until it is cancelled. Takes one event after the other: the next is asked for when the
 * caller has read the one before. Runs on the Vert.x context of its connection.
 */
public final class RunningSubscription {

    private final SubscriptionExecution execution;
    private final Results results;
    private final SubscriptionMetrics metrics;
    private final Runnable onEnd;
    private final Context owner = Vertx.currentContext();
    private @Nullable Subscription events;
    private boolean isOver;

    /** @param onEnd is called once, when it is over */
    RunningSubscription(SubscriptionExecution execution, Results results, SubscriptionMetrics metrics, Runnable onEnd) {
        this.execution = execution;
        this.results = results;
        this.metrics = metrics;
        this.onEnd = onEnd;
    }

    void begin() {
        SubscriptionStep first = SubscriptionStep.first();
        CompletableFuture<?> unused = execution
                .run(first)
                .whenComplete((result, failure) -> onItsThread(() -> found(first.events(), result, failure)));
    }

    private void found(Optional<Multi<?>> found, @Nullable ExecutionResult result, @Nullable Throwable failure) {
        if (isOver) {
            return;
        }
        if (result == null || !result.getErrors().isEmpty() || found.isEmpty()) {
            cancel();
            results.failed(execution.text(result, failure), result != null && result.isDataPresent());
            return;
        }
        found.get().subscribe(new Events());
    }

    /** No result is sent any more. Idempotent. */
    public void cancel() {
        if (!isOver) {
            isOver = true;
            if (events != null) {
                events.cancel();
            }
            onEnd.run();
        }
    }

    private void onItsThread(Runnable task) {
        if (owner == Vertx.currentContext()) {
            task.run();
        } else {
            owner.runOnContext(ignored -> task.run());
        }
    }

    private final class Events implements Subscriber<Object> {

        @Override
        public void onSubscribe(Subscription subscription) {
            events = subscription;
            subscription.request(1);
        }

        @Override
        public void onNext(Object event) {
            onItsThread(() -> {
                if (!isOver) {
                    execution.show(SubscriptionStep.of(event), RunningSubscription.this::onItsThread, this::send);
                }
            });
        }

        private void send(Buffer shown, Source source) {
            if (isOver) {
                return;
            }
            results.next(shown);
            metrics.told(source);
            if (results.isFull()) {
                results.whenRead(this::more);
            } else {
                more();
            }
        }

        private void more() {
            if (events != null && !isOver) {
                events.request(1);
            }
        }

        @Override
        public void onError(Throwable failure) {
            onItsThread(this::end);
        }

        @Override
        public void onComplete() {
            onItsThread(this::end);
        }

        private void end() {
            if (!isOver) {
                cancel();
                results.broken();
            }
        }
    }
}
