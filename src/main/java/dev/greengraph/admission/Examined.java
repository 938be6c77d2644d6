package dev.greengraph.admission;

import graphql.language.OperationDefinition;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is known of a document from its text alone. */
sealed interface Examined {

    /** Not within the limits, whatever the variables. */
    record Refused(NotAdmitted because) implements Examined {}

    /** Not GraphQL: the engine says where. */
    record Unparseable() implements Examined {}

    /**
     * Within the limits as far as the text can say.
     *
     * @param introspects whether it asks for the schema
     */
    record Measured(Outline outline, boolean introspects) implements Examined {

        /** What the operation that is meant could lead to; any, if it is not clear which. */
        Plan plan(@Nullable String operationName, Map<String, ?> variables, int accounts) {
            return meant(operationName).stream()
                    .map(operation -> Planner.of(outline, operation, variables, accounts))
                    .reduce(Plan.NOTHING, Plan::or);
        }

        private List<OperationDefinition> meant(@Nullable String name) {
            List<OperationDefinition> named = outline.operations().stream()
                    .filter(operation -> Objects.equals(operation.getName(), name))
                    .toList();
            return named.isEmpty() ? outline.operations() : named;
        }
    }
}
