package dev.greengraph.graphql.argument;

import dev.greengraph.graphql.argument.ValueCheck.Misfit;
import dev.greengraph.graphql.error.BadRequest;
import graphql.ExceptionWhileDataFetching;
import graphql.GraphQLError;
import graphql.language.Argument;
import graphql.language.ArrayValue;
import graphql.language.ObjectField;
import graphql.language.ObjectValue;
import graphql.language.Value;
import graphql.language.VariableReference;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLArgument;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Says which argument of a field does not fit, for what is noticed only when the field is resolved: a text that is no time.
 * Names the variable if the value came by one.
 */
public final class ArgumentCheck {

    private ArgumentCheck() {}

    /** The first argument that does not fit, in the order of the schema. */
    public static Optional<GraphQLError> misfit(DataFetchingEnvironment field) {
        return field.getFieldDefinition().getArguments().stream()
                .map(argument -> check(field, argument))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<GraphQLError> check(DataFetchingEnvironment field, GraphQLArgument argument) {
        return ValueCheck.coerced(argument.getType(), field.getArgument(argument.getName()))
                .map(misfit -> error(field, argument.getName(), misfit));
    }

    private static GraphQLError error(DataFetchingEnvironment field, String argument, Misfit misfit) {
        Argument written = field.getField().getArguments().stream()
                .filter(any -> any.getName().equals(argument))
                .findFirst()
                .orElseThrow();
        List<Object> path = new ArrayList<>(List.of(argument));
        path.addAll(misfit.path());
        String name = Misfit.print(path);
        String message =
                inVariable(written.getValue(), misfit.path(), misfit.text()).orElse(name + ": " + misfit.text());
        return new ExceptionWhileDataFetching(
                field.getExecutionStepInfo().getPath(), BadRequest.because(name, message), written.getSourceLocation());
    }

    /** Follows the path through what is written, up to a variable. */
    private static Optional<String> inVariable(@Nullable Value<?> written, List<Object> path, String text) {
        if (written instanceof VariableReference variable) {
            return Optional.of(VariableCheck.text(variable.getName(), path, text));
        }
        if (path.isEmpty()) {
            return Optional.empty();
        }
        List<Object> rest = path.subList(1, path.size());
        if (written instanceof ObjectValue object) {
            return object.getObjectFields().stream()
                    .filter(field -> field.getName().equals(path.get(0)))
                    .findFirst()
                    .map(ObjectField::getValue)
                    .flatMap(value -> inVariable(value, rest, text));
        }
        return written instanceof ArrayValue array && path.get(0) instanceof Integer index
                ? inVariable(array.getValues().get(index), rest, text)
                : Optional.empty();
    }
}
