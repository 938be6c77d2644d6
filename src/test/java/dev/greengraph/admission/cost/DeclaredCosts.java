package dev.greengraph.admission.cost;

import dev.greengraph.testsupport.ProductClasses;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.eclipse.microprofile.graphql.GraphQLApi;

/** What the resolvers of the product declare, for tests without a gateway. */
public final class DeclaredCosts {

    static final GraphQLSchema SCHEMA = UnExecutableSchemaGenerator.makeUnExecutableSchema(
            new SchemaParser().parse(Path.of("docs/schema.graphql").toFile()));

    static final List<Class<?>> APIS = ProductClasses.below("dev.greengraph.graphql").stream()
            .filter(type -> type.isAnnotationPresent(GraphQLApi.class))
            .toList();

    /** The time at which all costs are estimated. */
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-05T12:00:00Z"), ZoneOffset.UTC);

    private DeclaredCosts() {}

    /** As the gateway has them. */
    public static CostTable table() {
        return CostTable.of(SCHEMA, APIS, CLOCK);
    }

    /** The costs without the types: every field is taken for the most expensive one of its name. */
    public static CostTable withoutTypes() {
        return new CostTable(FieldTypes.NONE, FieldCosts.of(SCHEMA, APIS), CLOCK);
    }
}
