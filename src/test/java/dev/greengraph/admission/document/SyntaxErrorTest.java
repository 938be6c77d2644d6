package dev.greengraph.admission.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.greengraph.admission.document.ExaminedDocument.Unparseable;
import graphql.GraphQLError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What could stand where the parser stopped, and what kind of token stands there; nothing of the text is repeated. */
class SyntaxErrorTest {

    private final DocumentExaminer documents = new DocumentExaminer(Limits.with());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{                           | 1:2  | a field or '...', found the end of the document",
                "{ }                         | 1:3  | a field or '...', found '}'",
                "{ canary )                  | 1:10 | ':', '(', '@', '{', '}', a field or '...', found ')'",
                "{ canary { a } )            | 1:16 | '}', a field or '...', found ')'",
                "{ canary: }                 | 1:11 | a field, found '}'",
                "{ a() }                     | 1:5  | an argument, found ')'",
                "{ a(canary }                | 1:12 | ':', found '}'",
                "{ a(b: ) }                  | 1:8  | a value, found ')'",
                "{ a(b: [1, }                | 1:12 | ']' or a value, found '}'",
                "{ a(b: {canary 1}) }        | 1:16 | ':', found a number",
                "{ a(b: 1 }                  | 1:10 | an argument or ')', found '}'",
                "{ a(b: $) }                 | 1:9  | the name of a variable, found ')'",
                "{ a @ }                     | 1:7  | the name of a directive, found '}'",
                "{ ... }                     | 1:7  | 'on', the name of a fragment, '@' or '{', found '}'",
                "{ ...on }                   | 1:9  | a type, found '}'",
                "{ ...canary { a } }         | 1:13 | '@', '}', a field or '...', found '{'",
                "query canary                | 1:13 | '(', '@' or '{', found the end of the document",
                "query ($canary Int) { a }   | 1:16 | ':', found a name",
                "query ($v: [Int) { a }      | 1:16 | '!' or ']', found ')'",
                "query ($v: Int = ) { a }    | 1:18 | a value, found ')'",
                "query ($v: Int, b) { a }    | 1:17 | '!', '=', '@', '$' or ')', found a name",
                "canary { a }                | 1:1  | '{', 'query', 'mutation', 'subscription' or 'fragment', found a name",
                "{ a } }                     | 1:7  | '{', 'query', 'mutation', 'subscription' or 'fragment', found '}'",
                "fragment canary { a }       | 1:17 | 'on', found '{'",
                "fragment f on T             | 1:16 | '@' or '{', found the end of the document",
                "{ a \"canary }              | 1:5  | ':', '(', '@', '{', '}', a field or '...', found a string without its end",
                "{ a % b }                   | 1:5  | ':', '(', '@', '{', '}', a field or '...', found a character that begins no token",
            })
    void saysWhatIsExpected(String text, String place, String what) {
        GraphQLError error = error(text);

        String where = "Syntax error at line %s: expected ".formatted(place.replace(":", ", column "));
        assertEquals(where + what, error.getMessage());
        assertEquals(
                place,
                error.getLocations().get(0).getLine() + ":"
                        + error.getLocations().get(0).getColumn());
    }

    @Test
    void countsLinesAndCharacters() {
        assertEquals(
                "Syntax error at line 3, column 11: expected a value, found ')'",
                error("# {\n{ a\r\n b(c:\"\ud83d\ude00\"d:) }").getMessage());
    }

    /** Definitions of a schema are no operations: the parser knows them, we say less. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "type canary { a: }    | Syntax error at line 1, column 18: found '}'",
                "fragment on on T { a } | Syntax error at line 1, column 10: found a name",
                "{ a(b: \"\\q\") }    | Syntax error at line 1, column 8: found a string",
            })
    void saysOnlyWhatIsThereIfItDoesNotKnow(String text, String message) {
        assertEquals(message, error(text).getMessage());
    }

    @Test
    void repeatsNothingOfTheText() {
        for (String text : new String[] {"{ a { canary! } }", "{ a(b: \"canary\"", "canary", "{ a } canary { b }"}) {
            String message = error(text).getMessage();
            assertFalse(message.contains("canary"), message);
            assertTrue(message.startsWith("Syntax error at line 1, column "), message);
        }
    }

    private GraphQLError error(String text) {
        return assertInstanceOf(Unparseable.class, documents.examine(text)).error();
    }
}
