package dev.greengraph.graphql;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The committed schema, which {@link SchemaTest} keeps true, holds what frontends were promised, and explains itself. */
class ContractTest {

    private static final String SMALL =
            "type Query { a(n: Int! = 1): [T!]! } interface I { id: ID! } type T implements I { id: ID! } "
                    + "enum E { X Y } input F { s: String } scalar D";

    @Test
    void holdsTheContract() throws IOException {
        assertEquals(List.of(), SchemaPromise.missing(text("src/test/resources/contract.graphql"), schema()));
    }

    @Test
    void describesEverything() throws IOException {
        assertEquals(List.of(), SchemaPromise.undescribed(schema()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[T!]!            | [T!]            | [Query.a: [T!]!]",
                "(n: Int! = 1)    | ''              | [Query.a(n: Int! = 1)]",
                "Int! = 1         | Int! = 2        | [Query.a(n: Int! = 1)]",
                "Int! = 1         | Int = 1         | [Query.a(n: Int! = 1)]",
                "implements I     | ''              | [T implements I]",
                "X Y              | X               | [E has the value Y]",
                "s: String        | s: String!      | [F.s: String]",
                "scalar D         | scalar G        | [scalar D]",
                "interface I      | type I          | [interface I]",
                "enum E { X Y }   | ''              | '[enum E, E has the value X, E has the value Y]'",
            })
    void noticesWhatIsMissing(String promised, String instead, String missing) {
        String broken = SMALL.replace(promised, instead);

        assertEquals(missing, SchemaPromise.missing(SMALL, broken).toString());
    }

    @Test
    void allowsMore() {
        String more =
                SMALL.replace("id: ID! }", "id: ID! more: Int }").replace("X Y", "X Y Z") + " type More { m: Int }";

        assertEquals(List.of(), SchemaPromise.missing(SMALL, more));
    }

    @Test
    void noticesWhatSaysNothing() {
        String schema = "\"q\" type Query { \"a\" a(n: Int): Int b: Int } enum E { \"x\" X Y } "
                + "\"i\" input F { s: String } \" \" scalar D";

        assertEquals(List.of("D", "E", "E.Y", "F.s", "Query.a.n", "Query.b"), SchemaPromise.undescribed(schema));
    }

    private static String schema() throws IOException {
        return text("docs/schema.graphql");
    }

    private static String text(String file) throws IOException {
        return Files.readString(Path.of(file));
    }
}
