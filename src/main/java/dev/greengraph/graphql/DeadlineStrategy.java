package dev.greengraph.graphql;

import dev.greengraph.graphql.error.DeadlinePassed;
import graphql.ExceptionWhileDataFetching;
import graphql.GraphQL;
import graphql.execution.AsyncExecutionStrategy;
import graphql.execution.ExecutionContext;
import graphql.execution.ExecutionStrategyParameters;
import graphql.execution.FetchedValue;
import io.smallrye.graphql.execution.error.ExceptionHandler;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Executes as the engine does, but waits for no field longer than until the {@link Deadline} of the operation: then the
 * field is null with an error of its own, and what is there is answered.
 *
 * <p>Each upstream call is bounded in time, but fields stand on fields: a query may add up several of them. Fields whose
 * value is there at once, nearly all, are not touched.
 */
@Singleton
class DeadlineStrategy extends AsyncExecutionStrategy {

    DeadlineStrategy() {
        super(new ExceptionHandler());
    }

    void use(@Observes GraphQL.Builder engine) {
        engine.queryExecutionStrategy(this);
    }

    @Override
    @SuppressWarnings(
            "unchecked") // What else there can be is a future of such a value: the engine says it with Object.
    protected @Nullable Object fetchField(ExecutionContext context, ExecutionStrategyParameters parameters) {
        Deadline deadline = context.getGraphQLContext().get(Deadline.KEY);
        if (deadline != null && deadline.isOver()) {
            return tooLate(context, parameters);
        }
        Object fetched = super.fetchField(context, parameters);
        if (deadline == null || !(fetched instanceof CompletableFuture<?> result) || result.isDone()) {
            return fetched;
        }
        Object bounded = deadline.bound((CompletableFuture<Object>) result, () -> tooLate(context, parameters));
        return bounded;
    }

    private static FetchedValue tooLate(ExecutionContext context, ExecutionStrategyParameters parameters) {
        ExceptionWhileDataFetching error = new ExceptionWhileDataFetching(
                parameters.getPath(),
                new DeadlinePassed(),
                parameters.getField().getSingleField().getSourceLocation());
        context.addError(error);
        return new FetchedValue(null, List.of(error), null);
    }
}
