package dev.greengraph.graphql;

import dev.greengraph.graphql.compiled.CompiledDocument;
import dev.greengraph.graphql.compiled.CompiledExecution;
import dev.greengraph.graphql.compiled.CompiledExecution.Written;
import dev.greengraph.graphql.error.AnswerTooLarge;
import dev.greengraph.graphql.error.DeadlinePassed;
import graphql.ExceptionWhileDataFetching;
import graphql.ExecutionResult;
import graphql.GraphQLContext;
import graphql.execution.AsyncExecutionStrategy;
import graphql.execution.ExecutionContext;
import graphql.execution.ExecutionStrategyParameters;
import graphql.execution.FetchedValue;
import graphql.execution.FieldValueInfo;
import graphql.execution.FieldValueInfo.CompleteValueType;
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

    /** Where an operation's {@link Progress} lies in the engine's context. */
    private static final String PROGRESS = BoundedStrategy.class.getName();

    private final long mostValues;
    private final long mostBytes;

    /**
     * A strategy without state of an operation.
     *
     * @param mostValues values of one answer, entries of lists included, after which no further field begins
     * @param mostBytes bytes of one answer, after which the engine completes what compiled selections would write
     */
    public BoundedStrategy(long mostValues, long mostBytes) {
        super(new ExceptionHandler()); // the same error texts as with the engine's own strategy
        this.mostValues = mostValues;
        this.mostBytes = mostBytes;
    }

    /** How far an operation is. */
    private record Progress(
            AtomicLong values,
            CompiledExecution compiled,
            @Nullable Deadline deadline) {

        boolean isOver() {
            return deadline != null && deadline.isOver();
        }
    }

    @Override
    public CompletableFuture<ExecutionResult> execute(
            ExecutionContext context, ExecutionStrategyParameters parameters) {
        GraphQLContext shared = context.getGraphQLContext();
        PreparedDocument prepared =
                shared.getOrDefault(PreparedDocument.KEY, new PreparedDocument(context.getDocument()));
        CompiledExecution compiled =
                prepared.derived(CompiledDocument.class, CompiledDocument::new).begin(context, mostBytes);
        shared.put(PROGRESS, new Progress(new AtomicLong(), compiled, shared.get(Deadline.KEY)));
        return super.execute(context, parameters);
    }

    @Override
    @SuppressWarnings("unchecked") // fetchField returns a FetchedValue or a future of one; the engine declares Object.
    protected @Nullable Object fetchField(ExecutionContext context, ExecutionStrategyParameters parameters) {
        Progress progress = progress(context);
        if (progress.isOver()) {
            return failed(context, parameters, new DeadlinePassed());
        }
        if (progress.values().get() >= mostValues) {
            return failed(context, parameters, new AnswerTooLarge(mostValues));
        }
        Deadline deadline = progress.deadline();
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
        Progress progress = progress(context);
        long before = progress.values().incrementAndGet();
        Object value = parameters.getSource();
        Written written = value == null
                ? null
                : progress.compiled()
                        .write(
                                parameters.getField(),
                                parameters.getExecutionStepInfo().getUnwrappedNonNullType(),
                                value,
                                mostValues - before,
                                progress::isOver);
        if (written == null) {
            return super.completeValue(context, parameters);
        }
        progress.values().addAndGet(written.values());
        return new FieldValueInfo(CompleteValueType.OBJECT, written.json());
    }

    private static Progress progress(ExecutionContext context) {
        return context.getGraphQLContext().get(PROGRESS);
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
