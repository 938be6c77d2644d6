package dev.greengraph.http.subscription;

import dev.greengraph.account.Accounts;
import dev.greengraph.admission.Admitted;
import dev.greengraph.cache.ReadLog;
import dev.greengraph.graphql.Deadline;
import dev.greengraph.graphql.error.Refusal;
import dev.greengraph.graphql.subscription.SubscriptionStep;
import dev.greengraph.http.answer.RememberedAnswers;
import dev.greengraph.http.execution.CallerCheck;
import dev.greengraph.http.execution.Execution;
import dev.greengraph.http.response.ResponseWriter;
import dev.greengraph.observe.request.AnswerMetrics.Source;
import dev.greengraph.runtime.VertxRequestContext;
import graphql.ExecutionResult;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Executes one subscription, step by step. What an event shows is remembered, so that it is executed once for all who select
 * the same of it.
 *
 * @param context of the request that opened the connection
 * @param time that one step may take
 */
record SubscriptionExecution(
        Execution execution,
        CallerCheck callers,
        RememberedAnswers answers,
        ResponseWriter writer,
        RoutingContext context,
        Admitted admitted,
        Duration time) {

    /** Executes a step. Completes on any thread. */
    CompletableFuture<ExecutionResult> run(SubscriptionStep step) {
        return execution.run(context, admitted, step, new Deadline(time, System::nanoTime));
    }

    /**
     * Shows an event as JSON. To be called on the Vert.x context of the connection.
     *
     * @param own hands a task on to that context
     */
    void show(SubscriptionStep event, Executor own, BiConsumer<Buffer, Source> shown) {
        Accounts visible = callers.visible(context);
        Optional<Buffer> known = event.identity().flatMap(identity -> answers.find(admitted, visible, identity));
        if (known.isPresent()) {
            shown.accept(known.get(), Source.MEMORY);
            return;
        }
        ReadLog reads = VertxRequestContext.beginReadLog();
        CompletableFuture<ExecutionResult> executed = run(event);
        boolean isLogged = executed.isDone(); // else another subscription of the connection may have begun a log
        CompletableFuture<?> unused = executed.whenComplete((result, failure) -> own.execute(() -> {
            Buffer text = text(result, failure);
            if (isLogged && result != null && result.getErrors().isEmpty()) {
                event.identity().ifPresent(identity -> answers.shown(admitted, visible, identity, text, reads));
            }
            shown.accept(text, Source.EXECUTION);
        }));
    }

    /** What a step says as JSON: its result, or why there is none. */
    Buffer text(@Nullable ExecutionResult result, @Nullable Throwable failure) {
        try {
            return result == null
                    ? writer.text(context, failure == null ? new IllegalStateException("no result") : failure)
                    : writer.text(context, result);
        } catch (Refusal tooLong) {
            return writer.text(context, tooLong);
        }
    }
}
