package dev.greengraph.admission.cost;

import dev.greengraph.cache.window.WindowSizes;
import dev.greengraph.graphql.cost.Reads;
import graphql.language.Field;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLTypeUtil;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one resolver declares, with what the schema says of its arguments.
 *
 * @param page the default of {@code first}, or 0 if it has no such argument
 * @param minutes how far back without an argument that says it, or 0 if it takes none
 * @param required the arguments that it cannot do without
 */
record DeclaredCost(Reads reads, int page, int minutes, List<String> required) {

    /** The resolver of that field of the schema. */
    static DeclaredCost of(Reads reads, GraphQLFieldDefinition field) {
        List<String> required = field.getArguments().stream()
                .filter(argument -> GraphQLTypeUtil.isNonNull(argument.getType()))
                .filter(argument -> !argument.hasSetDefaultValue())
                .map(GraphQLArgument::getName)
                .toList();
        return new DeclaredCost(
                reads,
                number(field.getArgument("first")),
                field.getArgument("minutes") == null ? 0 : WindowSizes.DAY,
                required);
    }

    private static int number(@Nullable GraphQLArgument argument) {
        Integer value = argument == null ? null : GraphQLArgument.getArgumentDefaultValue(argument);
        return value == null ? 0 : value;
    }

    /** Whether a field of unknown parent can mean this one. */
    boolean canBe(Field field, ArgumentValues arguments) {
        return required.stream().allMatch(name -> arguments.has(field, name));
    }
}
