package dev.greengraph.http.subscription;

import dev.greengraph.admission.Admitted;
import dev.greengraph.graphql.Deadline;
import dev.greengraph.graphql.error.Refusal;
import dev.greengraph.graphql.subscription.SubscriptionStep;
import dev.greengraph.http.execution.Execution;
import dev.greengraph.http.response.ResponseWriter;
import graphql.ExecutionResult;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Executes one subscription, step by step.
 *
 * @param context of the request that opened the connection
 * @param time that one step may take
 */
record SubscriptionExecution(
        Execution execution, ResponseWriter writer, RoutingContext context, Admitted admitted, Duration time) {

    /** Executes a step. Completes on any thread. */
    CompletableFuture<ExecutionResult> run(SubscriptionStep step) {
        return execution.run(context, admitted, step, new Deadline(time, System::nanoTime));
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
