package dev.greengraph.graphql;

import io.smallrye.graphql.schema.model.Argument;
import io.smallrye.graphql.schema.model.Operation;
import io.smallrye.graphql.spi.EventingService;
import org.jspecify.annotations.Nullable;

/**
 * Makes every argument with a default non-null in the schema ({@code Int! = 1440}). SmallRye drops the mark from such
 * arguments, so that an explicit null would reach a resolver. Found through the service loader.
 */
public final class RequiredArguments implements EventingService {

    @Override
    public @Nullable String getConfigKey() {
        return null;
    }

    @Override
    public Operation createOperation(Operation operation) {
        operation.getArguments().stream()
                .filter(Argument::hasDefaultValue)
                .forEach(argument -> argument.setNotNull(true));
        return operation;
    }
}
