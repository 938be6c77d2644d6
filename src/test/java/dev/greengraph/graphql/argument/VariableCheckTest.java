package dev.greengraph.graphql.argument;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.GraphQLError;
import graphql.Scalars;
import graphql.language.Document;
import graphql.language.OperationDefinition;
import graphql.language.SourceLocation;
import graphql.parser.Parser;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each misfit is named by variable, field, expected type and kind; whatever the engine takes is none. */
class VariableCheckTest {

    private static final String SCHEMA = "scalar DateTime enum Direction { IN OUT }"
            + " input Filter { direction: Direction directions: [Direction!] since: DateTime name: String! = \"a\" deep: Deep }"
            + " input Deep { count: Int! more: [[Deep!]] id: ID share: Float }"
            + " type Query { take(f: Filter, i: Int, s: String, b: Boolean, l: [Int!], d: Direction, t: DateTime): Int }";

    private static final GraphQLSchema schema = new SchemaGenerator()
            .makeExecutableSchema(
                    new SchemaParser().parse(SCHEMA),
                    RuntimeWiring.newRuntimeWiring()
                            .scalar(GraphQLScalarType.newScalar(Scalars.GraphQLString)
                                    .name("DateTime")
                                    .build())
                            .build());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Int       | i | \"canary\"                              | `: must be an Int (whole number of 32 bits), was a string`",
                "Int       | i | 1.5                                     | `: must be an Int (whole number of 32 bits), was a number`",
                "Int       | i | 4294967297                              | `: must be an Int (whole number of 32 bits), was a number`",
                "Int       | i | [1]                                     | `: must be an Int (whole number of 32 bits), was a list`",
                "Boolean   | b | \"true\"                                | `: must be a Boolean, was a string`",
                "String    | s | true                                    | `: must be a String, was a boolean`",
                "String!   | s | null                                    | `: must be a String, was null`",
                "Direction | d | \"canary\"                              | `: must be a value of the enum Direction, was a string`",
                "Direction | d | 1                                       | `: must be a value of the enum Direction, was a number`",
                "[Int!]    | l | [1, null]                               | `[1]: must be an Int (whole number of 32 bits), was null`",
                "[Int!]    | l | \"canary\"                              | `: must be an Int (whole number of 32 bits), was a string`",
                "Filter    | f | \"canary\"                              | `: must be an object of type Filter, was a string`",
                "Filter    | f | [{\"direction\": \"IN\"}]               | `: must be an object of type Filter, was a list`",
                "Filter    | f | {\"direction\": \"canary\"}             | `, field direction: must be a value of the enum Direction, was a string`",
                "Filter    | f | {\"directions\": [\"IN\", \"canary\"]}  | `, field directions[1]: must be a value of the enum Direction, was a string`",
                "Filter    | f | {\"since\": \"2026-11-25\"}             | `, field since: must be a DateTime (ISO 8601 with zone), was a string`",
                "Filter    | f | {\"name\": null}                        | `, field name: must be a String, was null`",
                "Filter    | f | {\"canary\": 1}                         | `: must have only fields of Filter, had another`",
                "Filter    | f | {\"deep\": {}}                          | `, field deep.count: must be an Int (whole number of 32 bits), was absent`",
                "Filter    | f | {\"deep\": {\"count\": \"canary\"}}     | `, field deep.count: must be an Int (whole number of 32 bits), was a string`",
                "Filter    | f | {\"deep\": {\"count\": 1, \"canary\": 1}} | `, field deep: must have only fields of Deep, had another`",
                "Filter    | f | {\"deep\": {\"count\": 1, \"share\": \"canary\"}} | `, field deep.share: must be a Float, was a string`",
                "Filter    | f | {\"deep\": {\"count\": 1, \"more\": [[{\"count\": 1}], [{\"count\": true}]]}} | `, field deep.more[1][0].count: must be an Int (whole number of 32 bits), was a boolean`",
            })
    void namesWhatDoesNotFit(String type, String argument, String value, String message) {
        GraphQLError misfit = misfit(type, argument, "{\"v\":" + value + "}").orElseThrow();

        assertEquals("Variable $v" + message, misfit.getMessage());
        assertEquals(List.of(new SourceLocation(1, 7)), misfit.getLocations());
    }

    /** Of a time the engine takes any text: the resolver refuses it. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Int       | i | {}",
                "Int       | i | {\"v\":null}",
                "Int! = 3  | i | {}",
                "[Int!]    | l | {\"v\":[]}",
                "[Int!]    | l | {\"v\":7}",
                "Direction | d | {\"v\":\"IN\"}",
                "DateTime  | t | {\"v\":\"2026-11-25T00:00:00Z\"}",
                "DateTime  | t | {\"v\":\"2026-11-25T00:00:00+03:00\"}",
                "Filter    | f | {\"v\":{}}",
                "Filter    | f | {\"v\":{\"deep\":{\"count\":1,\"id\":7,\"share\":1,\"more\":[null,[]]}}}",
            })
    void namesNothingThatTheEngineTakes(String type, String argument, String variables) {
        assertEquals(Optional.empty(), misfit(type, argument, variables));
        assertEquals(List.of(), execute(type, argument, variables).getErrors());
    }

    @Test
    void namesWhatIsAbsent() {
        assertEquals(
                "Variable $v: must be a String, was absent",
                misfit("String!", "s", "{}").orElseThrow().getMessage());
    }

    /** A new kind of error of the engine would go to the caller as it is. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Int     | i | {\"v\":\"a\"}",
                "String! | s | {}",
                "[Int!]  | l | {\"v\":[null]}",
                "Filter  | f | {\"v\":1}",
                "Filter  | f | {\"v\":{\"none\":1}}",
                "Filter  | f | {\"v\":{\"deep\":{}}}",
            })
    void knowsTheErrorsOfTheEngine(String type, String argument, String variables) {
        ExecutionResult result = execute(type, argument, variables);

        assertFalse(result.isDataPresent());
        assertTrue(VariableCheck.isAbout(result.getErrors().get(0)), result::toString);
    }

    private static Optional<GraphQLError> misfit(String type, String argument, String variables) {
        Document document = Parser.parse(query(type, argument));
        return VariableCheck.misfit(
                schema, document.getDefinitionsOfType(OperationDefinition.class).get(0), map(variables));
    }

    private static ExecutionResult execute(String type, String argument, String variables) {
        return GraphQL.newGraphQL(schema)
                .build()
                .execute(ExecutionInput.newExecutionInput(query(type, argument)).variables(map(variables)));
    }

    private static String query(String type, String argument) {
        return "query($v: %s) { take(%s: $v) }".formatted(type, argument);
    }

    private static Map<String, Object> map(String variables) {
        return new JsonObject(variables).getMap();
    }
}
