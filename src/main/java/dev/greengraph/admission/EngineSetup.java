package dev.greengraph.admission;

import dev.greengraph.admission.contract.PublishedSchema;
import dev.greengraph.admission.cost.CostDirective;
import dev.greengraph.admission.document.DocumentLimits;
import dev.greengraph.graphql.BoundedStrategy;
import dev.greengraph.graphql.argument.FreshnessDirective;
import dev.greengraph.graphql.error.SemanticNonNullDirective;
import graphql.Directives;
import graphql.GraphQL;
import graphql.Scalars;
import graphql.introspection.GoodFaithIntrospection;
import graphql.schema.GraphQLCodeRegistry;
import graphql.schema.GraphQLSchema;
import graphql.schema.visibility.DefaultGraphqlFieldVisibility;
import io.quarkus.arc.Arc;
import io.smallrye.graphql.scalar.GraphQLScalarTypes;
import io.smallrye.graphql.spi.EventingService;
import java.util.Set;
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
        // Allows one __type in a document. Our own limits bound introspection: depth, lists, fields, values.
        GoodFaithIntrospection.enabledJvmWide(false);
        if (System.getProperty(PARSED_DOCUMENTS) == null) {
            System.setProperty(PARSED_DOCUMENTS, MOST_PARSED);
        }
    }

    @Override
    public @Nullable String getConfigKey() {
        return null;
    }

    /** Without SmallRye's directives for schemas, which mean nothing to a caller, and the scalars that only they use. */
    @Override
    public GraphQLSchema.Builder beforeSchemaBuild(GraphQLSchema.Builder builder) {
        return builder.clearDirectives()
                .additionalDirectives(Set.of(
                        Directives.IncludeDirective,
                        Directives.SkipDirective,
                        FreshnessDirective.DEFINITION,
                        SemanticNonNullDirective.DEFINITION,
                        CostDirective.DEFINITION));
    }

    @Override
    public GraphQL.Builder beforeGraphQLBuild(GraphQL.Builder builder) {
        // Not by an observer of GraphQL.Builder: quarkus.smallrye-graphql.events.enabled is off.
        return setUp(
                builder,
                builder.build().getGraphQLSchema(),
                Arc.container().instance(PublishedSchema.class).get(),
                Arc.container().instance(DocumentLimits.class).get(),
                Arc.container().instance(Admission.class).get());
    }

    /** The same for SmallRye's engine, which no route of ours reaches, and for our own {@link Engine}. */
    static GraphQL.Builder setUp(
            GraphQL.Builder builder,
            GraphQLSchema schema,
            PublishedSchema published,
            DocumentLimits limits,
            Admission admission) {
        GraphQLSchema served = served(schema, published);
        BoundedStrategy strategy =
                new BoundedStrategy(limits.answerValues(), limits.answerBody().asLongValue());
        // Mutations change the gateway's memory when they are resolved, which is in their order, whatever their fields
        // wait for.
        return builder.schema(served)
                .queryExecutionStrategy(strategy)
                .mutationExecutionStrategy(strategy)
                // Each step of a subscription is executed as a query is: SubscriptionFetcher.
                .subscriptionExecutionStrategy(strategy)
                .preparsedDocumentProvider(new AdmittedDocuments(admission, served));
    }

    /**
     * Hides no field: Quarkus' default of field-visibility makes SmallRye match each field with a regular expression.
     * Introspection shows the schema that is published.
     */
    private static GraphQLSchema served(GraphQLSchema schema, PublishedSchema published) {
        GraphQLCodeRegistry code = schema.getCodeRegistry()
                .transform(registry -> published
                        .introspection()
                        .accept(registry.fieldVisibility(DefaultGraphqlFieldVisibility.DEFAULT_FIELD_VISIBILITY)));
        return schema.transformWithoutTypes(copy -> copy.codeRegistry(code));
    }
}
