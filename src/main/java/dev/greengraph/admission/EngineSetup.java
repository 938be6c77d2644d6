package dev.greengraph.admission;

import dev.greengraph.admission.document.DocumentLimits;
import dev.greengraph.graphql.BoundedStrategy;
import graphql.GraphQL;
import graphql.Scalars;
import io.quarkus.arc.Arc;
import io.smallrye.graphql.scalar.GraphQLScalarTypes;
import io.smallrye.graphql.spi.EventingService;
import org.jspecify.annotations.Nullable;

/**
 * Sets up the engine: every document passes admission, whichever way it comes, every operation has a deadline, and SmallRye
 * is corrected where it is less strict than the specification. Found through the service loader, before the schema is
 * built.
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
        // Not by an observer of GraphQL.Builder: quarkus.smallrye-graphql.events.enabled is off.
        DocumentLimits limits = Arc.container().instance(DocumentLimits.class).get();
        builder.queryExecutionStrategy(new BoundedStrategy(limits.answerValues()));
        return builder.preparsedDocumentProvider(
                new AdmittedDocuments(admission, builder.build().getPreparsedDocumentProvider()));
    }
}
