package dev.greengraph.admission.cost;

import graphql.language.Directive;
import graphql.language.Field;
import graphql.language.OperationDefinition;
import graphql.schema.GraphQLSchema;
import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of all fields before a document comes: their types and what they cost.
 *
 * @param types which type a field leads to
 * @param costs what its resolver declares
 * @param clock from which minutes are counted back
 */
public record CostTable(FieldTypes types, FieldCosts costs, Clock clock) {

    /**
     * The costs that the resolvers of a schema declare; fails if one declares none.
     *
     * @param apis the classes whose methods are resolvers
     */
    public static CostTable of(GraphQLSchema schema, Collection<Class<?>> apis, Clock clock) {
        return new CostTable(FieldTypes.of(schema), FieldCosts.of(schema, apis), clock);
    }

    /** The directive that says what a field costs with the defaults of its arguments; absent if it costs no call. */
    public Optional<Directive> directive(String type, String field) {
        OperationDefinition none = OperationDefinition.newOperationDefinition().build();
        FieldCost cost = costs.of(type, Field.newField(field).build(), new ArgumentValues(none, Map.of(), clock));
        return cost.calls() == 0 ? Optional.empty() : Optional.of(CostDirective.of(cost));
    }
}
