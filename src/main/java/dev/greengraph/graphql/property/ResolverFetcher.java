package dev.greengraph.graphql.property;

import dev.greengraph.cache.freshness.FreshnessDemand;
import dev.greengraph.cache.freshness.FreshnessDemand.Otherwise;
import dev.greengraph.cache.freshness.NotFreshEnough;
import dev.greengraph.gate.RetryLater;
import dev.greengraph.graphql.argument.ArgumentCheck;
import dev.greengraph.graphql.argument.FreshnessDirective;
import dev.greengraph.runtime.CurrentDemand;
import graphql.GraphQLContext;
import graphql.execution.DataFetcherResult;
import graphql.schema.DataFetchingEnvironment;
import io.quarkus.arc.Arc;
import io.quarkus.arc.InjectableContext.ContextState;
import io.quarkus.arc.ManagedContext;
import io.quarkus.smallrye.graphql.runtime.spi.datafetcher.QuarkusUniDataFetcher;
import io.smallrye.graphql.schema.model.Argument;
import io.smallrye.graphql.schema.model.Operation;
import io.smallrye.graphql.schema.model.Type;
import io.smallrye.graphql.transformation.AbstractDataFetcherException;
import io.smallrye.mutiny.Uni;
import java.lang.reflect.InvocationTargetException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Calls a resolver that returns a {@link Uni}. A value that is there at once, as nearly all are, becomes no future, and no
 * context is captured per call: the resolver is called within the scope of its request, whichever thread completed the
 * field above it.
 */
public final class ResolverFetcher<K, T> extends QuarkusUniDataFetcher<K, T> {

    /** Where Quarkus, and our entry, put the request scope into the engine's context. */
    private static final String REQUEST_SCOPE = "state";

    private static final int NO_SOURCE = -1;

    private final int sourceIndex;
    private final Class<?> sourceType;
    private final boolean isHeld;
    private volatile @Nullable Object bean;

    ResolverFetcher(Operation operation, Type type) {
        super(operation, type);
        this.sourceIndex = sourceIndex(operation);
        this.sourceType = sourceIndex == NO_SOURCE
                ? Object.class
                : operationInvoker.getMethod().getParameterTypes()[sourceIndex];
        this.isHeld = operationInvoker.getMethod().isAnnotationPresent(Held.class);
    }

    private static int sourceIndex(Operation operation) {
        List<Argument> arguments = operation.getArguments();
        for (int i = 0; i < arguments.size(); i++) {
            if (arguments.get(i).isSourceArgument()) {
                return i;
            }
        }
        return NO_SOURCE;
    }

    /** Whether there can be parents that hold the value. */
    public boolean mayBeHeld() {
        return isHeld || HoldsFields.class.isAssignableFrom(sourceType);
    }

    /** Whether that parent holds the value of that field with these arguments. */
    public boolean isHeldBy(Object parent, String field, Map<String, Object> arguments) {
        return isHeld || (parent instanceof HoldsFields holder && holder.holds(field, arguments));
    }

    /** What the method is called with; fails if an argument is unusable. */
    public Object[] parameters(DataFetchingEnvironment environment) throws AbstractDataFetcherException {
        return argumentHelper.getArguments(environment).toArray();
    }

    /**
     * The value that a parent holds; fails as the resolver does.
     *
     * @param parameters as for any other parent
     */
    public @Nullable Object callWith(Object parent, Object[] parameters, GraphQLContext ofExecution) throws Exception {
        Object[] own = parameters.clone();
        own[sourceIndex] = parent;
        return call(ofExecution.get(REQUEST_SCOPE), own, FreshnessDemand.USUAL);
    }

    @Override
    @SuppressWarnings("unchecked") // the engine takes a value, a future of one, or a result with errors
    public @Nullable T get(DataFetchingEnvironment environment) throws Exception {
        Object[] arguments;
        try {
            arguments = parameters(environment);
        } catch (AbstractDataFetcherException unusable) {
            return (T) refused(unusable, environment);
        }
        return (T)
                call(environment.getGraphQlContext().get(REQUEST_SCOPE), arguments, FreshnessDirective.of(environment));
    }

    private static DataFetcherResult<Object> refused(
            AbstractDataFetcherException unusable, DataFetchingEnvironment environment) {
        DataFetcherResult.Builder<Object> result = DataFetcherResult.newResult();
        ArgumentCheck.misfit(environment)
                .ifPresentOrElse(result::error, () -> unusable.appendDataFetcherResult(result, environment));
        return result.build();
    }

    private @Nullable Object call(ContextState ofRequest, Object[] arguments, FreshnessDemand demand) throws Exception {
        ManagedContext scope = Arc.container().requestContext();
        ContextState before = scope.getStateIfActive();
        if (before == ofRequest) {
            return resolve(arguments, demand);
        }
        scope.activate(ofRequest);
        try {
            return resolve(arguments, demand);
        } finally {
            if (before == null) {
                scope.deactivate();
            } else {
                scope.activate(before);
            }
        }
    }

    private @Nullable Object resolve(Object[] arguments, FreshnessDemand demand) throws Exception {
        try {
            Uni<?> result = demand.equals(FreshnessDemand.USUAL)
                    ? invoke(arguments)
                    : orNull(CurrentDemand.during(demand, () -> invoke(arguments)), demand);
            return PendingValue.subscribe(result).valueOrFuture();
        } catch (InvocationTargetException failed) {
            throw failed.getCause() instanceof Exception cause ? cause : failed;
        }
    }

    private Uni<?> invoke(Object[] arguments) throws ReflectiveOperationException {
        return (Uni<?>) operationInvoker.getMethod().invoke(bean(), arguments);
    }

    /** Null in place of an answer that the caller would rather not have than wait for. */
    private static Uni<?> orNull(Uni<?> result, FreshnessDemand demand) {
        return demand.otherwise() == Otherwise.NULL
                ? result.onFailure(ResolverFetcher::isForTimeOrBudget).recoverWithNull()
                : result;
    }

    private static boolean isForTimeOrBudget(Throwable failure) {
        return failure instanceof NotFreshEnough || (failure instanceof RetryLater later && later.isForTheRate());
    }

    private Object bean() {
        Object known = bean;
        if (known == null) {
            known = Arc.container()
                    .instance(operationInvoker.getMethod().getDeclaringClass())
                    .get();
            bean = known;
        }
        return known;
    }
}
