package dev.greengraph.admission;

import graphql.GraphQL;
import graphql.Scalars;
import io.quarkus.arc.Arc;
import io.smallrye.graphql.scalar.GraphQLScalarTypes;
import io.smallrye.graphql.spi.EventingService;
import org.jspecify.annotations.Nullable;

/**
 * Puts admission into the engine itself, so that there is no door around it, and corrects SmallRye where it is less
 * strict than the specification. Found through the service loader, when the schema is about to be built.
 */
public final class EngineSetup implements EventingService {

    private static final String PARSED_DOCUMENTS = "io.smallrye.graphql.execution.queryCacheMaxSize";
    /** SmallRye's own number is 2048, whatever their size: half a gigabyte of documents as large as the limits allow. */
    private static final String MOST_PARSED = "128";

    /** Made before the first type of the schema. */
    public EngineSetup() {
        // SmallRye's own take the text "1" for a number and wrap what has more than 32 bits.
        GraphQLScalarTypes.registerCustomScalar("Int", Integer.class.getName(), Scalars.GraphQLInt);
        GraphQLScalarTypes.registerCustomScalar("Float", Double.class.getName(), Scalars.GraphQLFloat);
        if (System.getProperty(PARSED_DOCUMENTS) == null) {
            System.setProperty(PARSED_DOCUMENTS, MOST_PARSED);
        }
    }

    @Override
    public @Nullable String getConfigKey() {
        return null;
    }

    @Override
    public GraphQL.Builder beforeGraphQLBuild(GraphQL.Builder builder) {
        Admission admission = Arc.container().instance(Admission.class).get();
        return builder.preparsedDocumentProvider(
                new AdmittedDocuments(admission, builder.build().getPreparsedDocumentProvider()));
    }
}
