package dev.greengraph.graphql.error;

import graphql.Scalars;
import graphql.introspection.Introspection.DirectiveLocation;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLDirective;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNonNull;
import java.util.List;

/** Defines what {@link SemanticNonNull} is in the schema. SmallRye takes what an annotation type has for arguments. */
public final class SemanticNonNullDirective {

    /** The directive as the schema shows it, in the form of the draft. Every mark here is about the field itself. */
    public static final GraphQLDirective DEFINITION = GraphQLDirective.newDirective()
            .name("semanticNonNull")
            .description("The field is null only with an error: a client that handles errors by itself may take it for"
                    + " non-null. With @freshness(otherwise: NULL) a caller chooses null in place of some errors.")
            .validLocation(DirectiveLocation.FIELD_DEFINITION)
            .argument(GraphQLArgument.newArgument()
                    .name("levels")
                    .description("Which levels of a list are meant; 0 is the field itself.")
                    .type(GraphQLNonNull.nonNull(GraphQLList.list(GraphQLNonNull.nonNull(Scalars.GraphQLInt))))
                    .defaultValueProgrammatic(List.of(0)))
            .build();

    private SemanticNonNullDirective() {}
}
