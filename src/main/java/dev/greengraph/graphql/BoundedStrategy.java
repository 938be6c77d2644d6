package dev.greengraph.graphql;

import dev.greengraph.graphql.error.AnswerTooLarge;
import dev.greengraph.graphql.error.DeadlinePassed;
import graphql.ExceptionWhileDataFetching;
import graphql.ExecutionResult;
import graphql.execution.AsyncExecutionStrategy;
import graphql.execution.ExecutionContext;
import graphql.execution.ExecutionStrategyParameters;
import graphql.execution.FetchedValue;
import graphql.execution.FieldValueInfo;
import graphql.execution.NonNullableFieldWasNullException;
import io.smallrye.graphql.execution.error.ExceptionHandler;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Executes as the engine does, but waits for no field longer than until the {@link Deadline} of the operation, and begins no
 * field once the answer has too many values: the field is null with an error of its own, and the rest is answered.
 *
 * <p>Each upstream call has a timeout of its own, but fields depend on fields: a query may add several of them up. Fields
 * whose value is already there, which are nearly all, are not wrapped. The length of a list inside a message is unknown
 * before it is read: the estimate of admission assumes a usual one, here the real one counts.
 */
public final class BoundedStrategy extends AsyncExecutionStrategy {

    /** Where the count of an operation lies in the engine's context. */
    private static final String COUNT = BoundedStrategy.class.getName();

    private final long mostValues;

    /** @param mostValues values of one answer, entries of lists included, after which no further field begins */
    public BoundedStrategy(long mostValues) {
        super(new ExceptionHandler()); // the same error texts as with the engine's own strategy
        this.mostValues = mostValues;
    }

    @Override
    public CompletableFuture<ExecutionResult> execute(
            ExecutionContext context, ExecutionStrategyParameters parameters) {
        context.getGraphQLContext().put(COUNT, new AtomicLong());
        return super.execute(context, parameters);
    }

    @Override
    @SuppressWarnings("unchecked") // fetchField returns a FetchedValue or a future of one; the engine declares Object.
    protected @Nullable Object fetchField(ExecutionContext context, ExecutionStrategyParameters parameters) {
        Deadline deadline = context.getGraphQLContext().get(Deadline.KEY);
        if (deadline != null && deadline.isOver()) {
            return failed(context, parameters, new DeadlinePassed());
        }
        if (count(context).get() >= mostValues) {
            return failed(context, parameters, new AnswerTooLarge(mostValues));
        }
        Object fetched = super.fetchField(context, parameters);
        if (deadline == null || !(fetched instanceof CompletableFuture<?> result) || result.isDone()) {
            return fetched;
        }
        Object bounded = deadline.bound(
                (CompletableFuture<Object>) result, () -> failed(context, parameters, new DeadlinePassed()));
        return bounded;
    }

    @Override
    protected FieldValueInfo completeValue(ExecutionContext context, ExecutionStrategyParameters parameters)
            throws NonNullableFieldWasNullException {
        count(context).incrementAndGet();
        return super.completeValue(context, parameters);
    }

    private static AtomicLong count(ExecutionContext context) {
        return context.getGraphQLContext().get(COUNT);
    }

    private static FetchedValue failed(
            ExecutionContext context, ExecutionStrategyParameters parameters, RuntimeException failure) {
        ExceptionWhileDataFetching error = new ExceptionWhileDataFetching(
                parameters.getPath(),
                failure,
                parameters.getField().getSingleField().getSourceLocation());
        context.addError(error);
        return new FetchedValue(null, List.of(error), null);
    }
}
