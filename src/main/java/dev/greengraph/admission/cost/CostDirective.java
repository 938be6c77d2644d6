package dev.greengraph.admission.cost;

import graphql.Scalars;
import graphql.introspection.Introspection.DirectiveLocation;
import graphql.language.Argument;
import graphql.language.BooleanValue;
import graphql.language.Directive;
import graphql.language.FloatValue;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLDirective;
import graphql.schema.GraphQLInputType;
import graphql.schema.GraphQLNonNull;

/** {@code @cost}: what the schema says of the upstream calls of a field. */
public final class CostDirective {

    private static final String NAME = "cost";
    private static final String CALLS = "calls";
    private static final String SHARED = "shared";

    /** The directive as the schema shows it. */
    public static final GraphQLDirective DEFINITION = GraphQLDirective.newDirective()
            .name(NAME)
            .description(
                    "The field may need calls of the upstream, which has a rate limit for each method. What is held and"
                            + " fresh costs none.")
            .validLocation(DirectiveLocation.FIELD_DEFINITION)
            .argument(argument(
                    CALLS,
                    Scalars.GraphQLFloat,
                    "The most calls, if nothing is held and the arguments have their defaults. 0.1 is a call that mostly is not"
                            + " needed, or of a method with ten times the rate."))
            .argument(argument(
                    SHARED,
                    Scalars.GraphQLBoolean,
                    "Whether all fields of an account that read the same share these calls. Else they are needed for each"
                            + " parent: ten parents, ten times the calls."))
            .build();

    private CostDirective() {}

    private static GraphQLArgument argument(String name, GraphQLInputType type, String description) {
        return GraphQLArgument.newArgument()
                .name(name)
                .type(GraphQLNonNull.nonNull(type))
                .description(description)
                .build();
    }

    /** The directive at a field that costs so much. */
    static Directive of(FieldCost cost) {
        return Directive.newDirective()
                .name(NAME)
                .argument(Argument.newArgument(CALLS, FloatValue.of(cost.calls() / (double) FieldCost.CALL))
                        .build())
                .argument(Argument.newArgument(SHARED, BooleanValue.of(cost.tenths() == 0))
                        .build())
                .build();
    }
}
