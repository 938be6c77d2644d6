package dev.greengraph.graphql.compiled.writer;

import dev.greengraph.graphql.property.ResolverFetcher;
import graphql.execution.MergedField;
import graphql.schema.GraphQLFieldDefinition;
import org.jspecify.annotations.Nullable;

/**
 * A selected field whose value a resolver gives.
 *
 * @param selected the field as the document has it
 */
public record ResolverField(MergedField selected, GraphQLFieldDefinition definition, ResolverFetcher<?, ?> resolver) {

    /** Calls the resolvers of one execution whose values the parents hold. */
    public interface Calls {

        /** The value of a field; fails with {@link Mismatch} if the parent does not hold it. */
        @Nullable
        Object value(ResolverField field, Object parent);
    }
}
