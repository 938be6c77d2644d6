package dev.greengraph.graphql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import graphql.language.Document;
import graphql.parser.Parser;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PreparedDocumentTest {

    private final Document tree = Parser.parse("{ a }");
    private final PreparedDocument document = new PreparedDocument(tree);

    @Test
    void derivesOneOfAKindFromItsTree() {
        List<Document> asked = new ArrayList<>();

        for (int time = 0; time < 2; time++) {
            assertEquals("one", document.derived(String.class, of -> {
                asked.add(of);
                return "one";
            }));
        }
        assertEquals(7, document.derived(Integer.class, of -> 7));

        assertEquals(1, asked.size());
        assertSame(tree, asked.get(0));
    }
}
