package dev.greengraph.graphql.property;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.LightDataFetcher;
import io.smallrye.graphql.execution.datafetcher.PlugableDataFetcher;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads one property of an object. {@link LightDataFetcher} spares the engine an environment per field; reflection needs no
 * class at run time that a native image would lack, and is as fast as a generated accessor.
 */
public final class PropertyFetcher implements PlugableDataFetcher<Object>, LightDataFetcher<Object> {

    private static final Object[] NO_ARGUMENTS = {};

    private final Method accessor;
    private final boolean isInstant;

    /** @param isInstant whether it is a moment, shown as ISO 8601 text */
    PropertyFetcher(Class<?> owner, String method, boolean isInstant) {
        try {
            this.accessor = owner.getMethod(method);
            this.accessor.setAccessible(true); // it is public: this only spares the check in each call
        } catch (NoSuchMethodException schemaIsWrong) {
            throw new IllegalStateException(owner.getName() + " has no method " + method, schemaIsWrong);
        }
        this.isInstant = isInstant;
    }

    @Override
    public @Nullable Object get(
            GraphQLFieldDefinition field, Object source, Supplier<DataFetchingEnvironment> environment)
            throws Exception {
        return read(source);
    }

    @Override
    public @Nullable Object get(DataFetchingEnvironment environment) throws Exception {
        return read(environment.getSource());
    }

    /** The property as the object has it: an instant is not yet text. */
    public @Nullable Object value(@Nullable Object source) throws ReflectiveOperationException {
        return accessor.invoke(source, NO_ARGUMENTS);
    }

    /** Whether it is an instant, shown as ISO 8601 text. */
    public boolean isInstant() {
        return isInstant;
    }

    private @Nullable Object read(@Nullable Object source) throws Exception {
        try {
            Object value = value(source);
            return isInstant && value != null ? value.toString() : value;
        } catch (InvocationTargetException failed) {
            throw failed.getCause() instanceof Exception cause ? cause : failed;
        }
    }
}
