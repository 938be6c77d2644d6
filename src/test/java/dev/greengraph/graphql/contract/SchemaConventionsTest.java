package dev.greengraph.graphql.contract;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The schema that is served is written as {@link SchemaConventions} says. */
@QuarkusTest
class SchemaConventionsTest {

    private static final String GOOD = """
            "A." directive @d("B." n: Int) on FIELD
            "C." type Query { "D." list("Argument." s: F, "E." first: Int, "G." after: String): [I!] "H." e: E }
            "J." interface I { "K." id: ID! "L." name: String }
            "M." type T implements I { "N." id: ID! "O." name: String "P." at: D }
            "Q." enum E { "R." X }
            "S." input F { "T." s: String }
            "U." scalar D @specifiedBy(url: "https://example.com/d")
            """;

    @Test
    void isWrittenAsAgreed() {
        String served = given().get("/graphql/schema.graphql")
                .then()
                .statusCode(200)
                .extract()
                .asString();

        assertEquals(List.of(), SchemaConventions.faults(served));
    }

    @Test
    void findsNothingInAGoodSchema() {
        assertEquals(List.of(), SchemaConventions.faults(GOOD));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\u0000',
            value = {
                "\"C.\" type | type | Query says nothing about itself",
                "\"D.\" list | list | Query.list says nothing about itself",
                "\"E.\" first | first | Query.list.first says nothing about itself",
                "\"R.\" X | X | E.X says nothing about itself",
                "\"T.\" s | s | F.s says nothing about itself",
                "\"B.\" n | n | d.n says nothing about itself",
                "\"U.\" | \"\" | D says nothing about itself",
                "C. | c. | Query is not described by a sentence: c.",
                "O. | O | T.name is not described by a sentence: O",
                "\"K.\" id: ID! \"L.\" name: String | \"L.\" name: String \"K.\" id: ID! | I: id is not the first field",
                "\"Argument.\" s: F, \"E.\" first: Int | \"E.\" first: Int, \"Argument.\" s: F | "
                        + "Query.list: the arguments of the page are not the last",
                "@specifiedBy(url: \"https://example.com/d\") | # | scalar D has no @specifiedBy",
                "[I!] | Int | D is reached by nothing, I is reached by nothing, T is reached by nothing",
                "implements I | # | D is reached by nothing, T is reached by nothing",
                "e: E | e: Int | E is reached by nothing",
                "s: F | s: String | F is reached by nothing",
            })
    void findsWhatIsWrittenOtherwise(String good, String bad, String fault) {
        assertEquals(fault, String.join(", ", SchemaConventions.faults(GOOD.replace(good, bad))));
    }
}
