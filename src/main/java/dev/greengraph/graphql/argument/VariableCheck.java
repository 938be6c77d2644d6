package dev.greengraph.graphql.argument;

import dev.greengraph.graphql.argument.ValueCheck.Misfit;
import graphql.ErrorType;
import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.execution.InputMapDefinesTooManyFieldsException;
import graphql.execution.NonNullableValueCoercedAsNullException;
import graphql.language.ListType;
import graphql.language.NonNullType;
import graphql.language.OperationDefinition;
import graphql.language.Type;
import graphql.language.TypeName;
import graphql.language.VariableDefinition;
import graphql.schema.CoercingParseValueException;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Says which variable does not fit, which field in it, what it must be and what kind of value it was: the engine names a
 * type of Java, and repeats the value.
 */
public final class VariableCheck {

    private VariableCheck() {}

    /** Whether the engine refused the value of a variable. */
    public static boolean isAbout(GraphQLError error) {
        return error instanceof CoercingParseValueException
                || error instanceof NonNullableValueCoercedAsNullException
                || error instanceof InputMapDefinesTooManyFieldsException;
    }

    /**
     * The first variable that does not fit, in the order of their definitions.
     *
     * @param operation of a document that fits the schema
     * @param variables as the caller sent them
     */
    public static Optional<GraphQLError> misfit(
            GraphQLSchema schema, OperationDefinition operation, Map<String, Object> variables) {
        return operation.getVariableDefinitions().stream()
                .map(variable -> check(schema, variable, variables))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<GraphQLError> check(
            GraphQLSchema schema, VariableDefinition variable, Map<String, Object> variables) {
        GraphQLType type = type(schema, variable.getType());
        Optional<Misfit> misfit = variables.containsKey(variable.getName())
                ? ValueCheck.sent(type, variables.get(variable.getName()))
                : absent(type, variable);
        return misfit.map(found -> GraphqlErrorBuilder.newError()
                .message(text(variable.getName(), found.path(), found.text()))
                .location(variable.getSourceLocation())
                .errorType(ErrorType.ValidationError)
                .build());
    }

    private static Optional<Misfit> absent(GraphQLType type, VariableDefinition variable) {
        return type instanceof GraphQLNonNull && variable.getDefaultValue() == null
                ? Optional.of(ValueCheck.absent(type, List.of()))
                : Optional.empty();
    }

    /** The message of a misfit in a variable: {@code Variable $f, field since: must be …}. */
    static String text(String variable, List<Object> path, String text) {
        String place = Misfit.print(path);
        String where = place.isEmpty() || place.startsWith("[") ? place : ", field " + place;
        return "Variable $" + variable + where + ": " + text;
    }

    private static GraphQLType type(GraphQLSchema schema, @Nullable Type<?> written) {
        if (written instanceof NonNullType nonNull) {
            return GraphQLNonNull.nonNull(type(schema, nonNull.getType()));
        }
        if (written instanceof ListType list) {
            return GraphQLList.list(type(schema, list.getType()));
        }
        String name = ((TypeName) Objects.requireNonNull(written)).getName();
        return Objects.requireNonNull(schema.getType(name));
    }
}
