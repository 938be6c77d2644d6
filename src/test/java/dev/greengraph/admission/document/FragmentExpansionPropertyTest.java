package dev.greengraph.admission.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import graphql.language.Document;
import graphql.language.OperationDefinition;
import graphql.parser.Parser;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** The expansion of fragments is known without writing it out. */
class FragmentExpansionPropertyTest {

    @Property(tries = 1_500)
    void measuresWhatExpandingShows(@ForAll long seed) {
        Document document = new Parser().parseDocument(RandomDocument.acyclic(seed));
        DocumentOutline outline = DocumentOutline.of(document);
        List<ExpandedSize> measures = FragmentExpansion.of(outline).operations();

        for (int i = 0; i < measures.size(); i++) {
            OperationDefinition operation = outline.operations().get(i);
            assertEquals(ExpandedTree.of(document, operation).size(), measures.get(i));
        }
    }

    /** Each selection is looked at once, however often its fragment is spread. */
    @Property(tries = 500)
    void takesStepsLinearInTheText(@ForAll long seed) {
        DocumentOutline outline = DocumentOutline.of(new Parser().parseDocument(RandomDocument.acyclic(seed)));

        assertTrue(FragmentExpansion.of(outline).steps() <= outline.nodes());
    }
}
