package dev.greengraph.http.graphiql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.greengraph.http.Contract;
import graphql.ParseAndValidate;
import graphql.language.Document;
import graphql.language.OperationDefinition;
import graphql.parser.Parser;
import graphql.schema.GraphQLSchema;
import java.io.File;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GraphiqlExamplesTest {

    private static final String FOLDER = "graphiql/examples/";
    private static final GraphQLSchema SCHEMA = Contract.schema();

    static Stream<String> examples() {
        return GraphiqlFiles.names().stream()
                .filter(name -> name.endsWith(".graphql"))
                .map(name -> "graphiql/" + name);
    }

    /** The only operation of an example. */
    static OperationDefinition operation(String path) {
        List<OperationDefinition> operations =
                Parser.parse(Contract.text(path)).getDefinitionsOfType(OperationDefinition.class);
        assertEquals(1, operations.size());
        return operations.get(0);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void isValidAgainstTheContract(String path) {
        Document document = Parser.parse(Contract.text(path));

        assertEquals(List.of(), ParseAndValidate.validate(SCHEMA, document, Locale.ENGLISH));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void saysWhatItShowsAndNamesItsTab(String path) {
        String text = Contract.text(path);

        assertTrue(text.startsWith("# "), "a title in the first line");
        assertTrue(operation(path).getName() != null, "the operation's name is the title of the tab");
    }

    @Test
    void theIndexHoldsEveryFileInOrder() {
        String[] files = new File("src/main/resources", FOLDER).list((folder, name) -> name.endsWith(".graphql"));

        assertEquals(
                Stream.of(files).map(name -> FOLDER + name).sorted().toList(),
                examples().toList());
    }
}
