package dev.greengraph.admission;

import static dev.greengraph.testsupport.gateway.Gateway.ask;
import static dev.greengraph.testsupport.gateway.Gateway.send;
import static dev.greengraph.testsupport.gateway.Gateway.succeeded;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.greengraph.testsupport.gateway.GatewayProfile;
import graphql.introspection.IntrospectionQueryBuilder;
import graphql.introspection.IntrospectionResultToSchema;
import graphql.language.AstPrinter;
import graphql.language.Document;
import graphql.schema.GraphqlTypeComparatorRegistry;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.SchemaPrinter;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Introspection offers what is served, and is bounded by our own limits. */
@QuarkusTest
@TestProfile(GatewayProfile.class)
class IntrospectionApiTest {

    /** Where a directive stands in a schema, which no introspection tells. */
    private static final String APPLIED =
            " @specifiedBy\\(.*?\\)| @cost\\(calls.*?\\)| @semanticNonNull\\(levels : .*?\\)";

    @Test
    void equalsTheCommittedSchema() throws IOException {
        Map<String, Object> data = given().contentType("application/json")
                .body(new JsonObject().put("query", standardQuery()).encode())
                .post("/graphql")
                .then()
                .statusCode(200)
                .extract()
                .path("data");

        Document offered = new IntrospectionResultToSchema().createSchemaDefinition(data);
        String committed = Files.readString(Path.of("docs/schema.graphql"));
        assertEquals(printed(committed.replaceAll(APPLIED, "")), printed(AstPrinter.printAst(offered)));
    }

    @Test
    void saysWhatAScalarIsSpecifiedBy() {
        succeeded(ask("{ __type(name: \"DateTime\") { specifiedByURL } }"))
                .body("data.__type.specifiedByURL", startsWith("https://scalars.graphql.org/"));
    }

    @Test
    void offersTheDirectivesThatAreServed() {
        List<String> names =
                succeeded(ask("{ __schema { directives { name } } }")).extract().path("data.__schema.directives.name");

        assertEquals(
                Set.of("cost", "deprecated", "freshness", "include", "oneOf", "semanticNonNull", "skip", "specifiedBy"),
                new TreeSet<>(names));
    }

    /** As plug-ins of editors and gql.tada ask. */
    @Test
    void answersInSeveralParts() {
        succeeded(ask("{ a: __type(name: \"Chat\") { name } b: __type(name: \"Message\") { name }"
                        + " __schema { queryType { name } } }"))
                .body("data.a.name", equalTo("Chat"))
                .body("data.b.name", equalTo("Message"))
                .body("data.__schema.queryType.name", equalTo("Query"));
    }

    /** Ten times the whole schema: begun within the limits of the text, ended at the number of values. */
    @Test
    void boundsTheValuesOfManyParts() {
        String part =
                ": __schema { types { fields { name type { name kind ofType { name kind ofType { name kind } } } } } } ";
        StringBuilder query = new StringBuilder("{ ");
        for (int i = 0; i < 10; i++) {
            query.append('a').append(i).append(part);
        }

        ask(query.append('}').toString())
                .body("errors[0].extensions.code", equalTo("QUERY_TOO_COMPLEX"))
                .body("errors[0].extensions.limitName", equalTo("answer-values"));
    }

    @Test
    void takesAnEmptyOperationNameForNone() {
        send("{\"query\":\"{ accounts { name } }\",\"operationName\":\"\"}").statusCode(200);
        send("{\"query\":\"query a { __typename } query b { __typename }\",\"operationName\":\"\"}")
                .body("errors[0].extensions.code", equalTo("BAD_REQUEST"));
    }

    private static String standardQuery() {
        return IntrospectionQueryBuilder.build(IntrospectionQueryBuilder.Options.defaultOptions()
                .descriptions(true)
                .specifiedByUrl(true)
                .isOneOf(true)
                .directiveIsRepeatable(true)
                .inputValueDeprecation(true));
    }

    /** In one spelling; fields, arguments and values in the order that they have. */
    private static String printed(String schema) {
        return new SchemaPrinter(SchemaPrinter.Options.defaultOptions()
                        .includeScalarTypes(true)
                        .setComparators(GraphqlTypeComparatorRegistry.AS_IS_REGISTRY))
                .print(UnExecutableSchemaGenerator.makeUnExecutableSchema(new SchemaParser().parse(schema)));
    }
}
