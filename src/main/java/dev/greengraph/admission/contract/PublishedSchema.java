package dev.greengraph.admission.contract;

import dev.greengraph.admission.cost.CostTable;
import graphql.Directives;
import graphql.introspection.Introspection;
import graphql.language.AstTransformer;
import graphql.language.Document;
import graphql.parser.Parser;
import graphql.parser.ParserEnvironment;
import graphql.parser.ParserOptions;
import graphql.schema.DataFetcher;
import graphql.schema.FieldCoordinates;
import graphql.schema.GraphQLCodeRegistry;
import graphql.schema.GraphQLDirective;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphqlTypeComparatorRegistry;
import graphql.schema.idl.DirectiveInfo;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.SchemaPrinter;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What the schema's text and introspection show: both of one copy of the schema, so that they say the same. The copy is made
 * when somebody asks for it, and only shown: operations are executed with the types that SmallRye made. To change those after
 * they were built loses what interfaces and their implementations know of each other.
 */
@Singleton
public class PublishedSchema {

    /** What the engine adds to every schema and does not do here. */
    private static final Set<String> EXPERIMENTAL = Set.of(
            Directives.DeferDirective.getName(), Directives.ExperimentalDisableErrorPropagationDirective.getName());

    private static final SchemaPrinter.Options WHOLE = SchemaPrinter.Options.defaultOptions()
            .includeScalarTypes(true)
            .includeDirectives(true)
            .includeDirectiveDefinition(name -> isServed(name) && !DirectiveInfo.isGraphqlSpecifiedDirective(name));

    private final GraphQLSchema executed;
    private final CostTable costs;
    private volatile @Nullable GraphQLSchema shown;
    private volatile @Nullable String text;

    PublishedSchema(GraphQLSchema executed, CostTable costs) {
        this.executed = executed;
        this.costs = costs;
    }

    /** In the schema definition language. */
    public String text() {
        String printed = text;
        if (printed == null) {
            // The copy is in its order already.
            printed = new SchemaPrinter(WHOLE.setComparators(GraphqlTypeComparatorRegistry.AS_IS_REGISTRY))
                    .print(shown());
            text = printed;
        }
        return printed;
    }

    /** Makes introspection show the copy. */
    public Consumer<GraphQLCodeRegistry.Builder> introspection() {
        DataFetcher<?> schema = environment -> shown();
        DataFetcher<?> type = environment -> shown().getType(environment.getArgument("name"));
        DataFetcher<?> directives = environment -> served(shown());
        DataFetcher<?> possibleTypes = environment -> environment.getSource() instanceof GraphQLInterfaceType shared
                ? shown().getImplementations(shared)
                : null;
        return registry -> registry.systemDataFetcher(
                        FieldCoordinates.systemCoordinates(Introspection.SchemaMetaFieldDef.getName()), schema)
                .systemDataFetcher(FieldCoordinates.systemCoordinates(Introspection.TypeMetaFieldDef.getName()), type)
                .dataFetcher(FieldCoordinates.coordinates("__Schema", "directives"), directives)
                .dataFetcher(FieldCoordinates.coordinates("__Type", "possibleTypes"), possibleTypes);
    }

    private static List<GraphQLDirective> served(GraphQLSchema schema) {
        return schema.getDirectives().stream()
                .filter(directive -> isServed(directive.getName()))
                .toList();
    }

    private static boolean isServed(String directive) {
        return !EXPERIMENTAL.contains(directive);
    }

    private GraphQLSchema shown() {
        GraphQLSchema made = shown;
        if (made == null) {
            made = copy();
            shown = made;
        }
        return made;
    }

    private GraphQLSchema copy() {
        Document printed = new Parser()
                .parseDocument(ParserEnvironment.newParserEnvironment()
                        .document(new SchemaPrinter(WHOLE).print(executed))
                        .parserOptions(ParserOptions.getDefaultSdlParserOptions())
                        .build());
        Document edited = (Document) new AstTransformer().transform(printed, new SchemaEditor(costs));
        return UnExecutableSchemaGenerator.makeUnExecutableSchema(new SchemaParser().buildRegistry(edited));
    }
}
