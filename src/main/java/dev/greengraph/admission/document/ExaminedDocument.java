package dev.greengraph.admission.document;

import dev.greengraph.graphql.PreparedDocument;
import dev.greengraph.graphql.error.Refusal;
import graphql.GraphQLError;
import graphql.language.OperationDefinition;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is known of a document from its text alone. */
public sealed interface ExaminedDocument {

    /** Whether no operation of it is anything but a query. */
    default boolean holdsOnlyQueries() {
        return true;
    }

    /** Beyond a limit, whatever the variables. */
    record Refused(Refusal because) implements ExaminedDocument {}

    /**
     * Not GraphQL.
     *
     * @param error where it stops being GraphQL
     */
    record Unparseable(GraphQLError error) implements ExaminedDocument {}

    /**
     * Within all limits that depend on the text alone.
     *
     * @param document its tree
     * @param introspects whether it asks for the schema
     */
    record Measured(PreparedDocument document, DocumentOutline outline, boolean introspects)
            implements ExaminedDocument {

        /** The operation of that name; all operations if there is none, or no name was given. */
        public List<OperationDefinition> candidates(@Nullable String operationName) {
            List<OperationDefinition> named = outline.operations().stream()
                    .filter(operation -> Objects.equals(operation.getName(), operationName))
                    .toList();
            return named.isEmpty() ? outline.operations() : named;
        }

        @Override
        public boolean holdsOnlyQueries() {
            return outline.operations().stream()
                    .allMatch(operation -> operation.getOperation() == OperationDefinition.Operation.QUERY);
        }
    }
}
