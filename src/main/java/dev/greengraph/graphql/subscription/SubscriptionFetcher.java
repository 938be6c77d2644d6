package dev.greengraph.graphql.subscription;

import dev.greengraph.graphql.argument.ArgumentCheck;
import graphql.execution.DataFetcherResult;
import graphql.schema.DataFetchingEnvironment;
import io.smallrye.graphql.execution.datafetcher.MultiDataFetcher;
import io.smallrye.graphql.schema.model.Operation;
import io.smallrye.graphql.schema.model.Type;
import io.smallrye.graphql.transformation.AbstractDataFetcherException;
import io.smallrye.mutiny.Multi;
import java.lang.reflect.InvocationTargetException;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.FlowAdapters;
import org.reactivestreams.Publisher;

/**
 * Fetches the field of a subscription: at its first execution the resolver is called, and null is shown; then each event is the
 * field's value. So an event is completed, bounded and written as the answer to a query.
 */
public final class SubscriptionFetcher<K, T> extends MultiDataFetcher<K, T> {

    /** The field of that resolver. */
    public SubscriptionFetcher(Operation operation, Type type) {
        super(operation, type);
    }

    @Override
    @SuppressWarnings("unchecked") // the engine takes a value or a result with errors
    public @Nullable T get(DataFetchingEnvironment environment) throws Exception {
        SubscriptionStep step =
                Objects.requireNonNull(environment.getGraphQlContext().get(SubscriptionStep.KEY));
        Optional<Object> event = step.event();
        return event.isPresent() ? (T) event.get() : (T) begin(step, environment);
    }

    private @Nullable Object begin(SubscriptionStep step, DataFetchingEnvironment environment) throws Exception {
        try {
            Object[] arguments = argumentHelper.getArguments(environment).toArray();
            Publisher<?> events = Objects.requireNonNull(operationInvoker.invoke(arguments)); // as SmallRye wraps it
            step.found(Multi.createFrom().publisher(FlowAdapters.toFlowPublisher(events)));
            return null;
        } catch (AbstractDataFetcherException unusable) {
            DataFetcherResult.Builder<Object> result = DataFetcherResult.newResult();
            ArgumentCheck.misfit(environment)
                    .ifPresentOrElse(result::error, () -> unusable.appendDataFetcherResult(result, environment));
            return result.build();
        } catch (InvocationTargetException failed) {
            throw failed.getCause() instanceof Exception cause ? cause : failed;
        }
    }
}
