package dev.greengraph.admission.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.greengraph.admission.document.DocumentOutline;
import dev.greengraph.admission.document.ExpandedTree;
import dev.greengraph.admission.document.RandomDocument;
import dev.greengraph.admission.document.Saturating;
import graphql.language.Document;
import graphql.language.OperationDefinition;
import graphql.parser.Parser;
import java.math.BigInteger;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** The estimate equals the cost of the operation written out in full. */
class CostPropertyTest {

    private static final CostTable TABLE = DeclaredCosts.withoutTypes();
    private static final Map<String, Object> VARIABLES = Map.of("m", 7_000, "f", Map.of("direction", "OUTGOING"));

    @Property(tries = 1_500)
    void plansWhatExpandingShows(@ForAll long seed) {
        Document document = new Parser().parseDocument(RandomDocument.acyclic(seed));
        DocumentOutline outline = DocumentOutline.of(document);

        for (OperationDefinition operation : outline.operations()) {
            BigInteger naive =
                    new NaiveCost(ExpandedTree.of(document, operation).roots()).calls(VARIABLES, operation, 3);
            OperationCost plan = CostEstimator.of(TABLE, outline, operation, VARIABLES, 3);
            assertEquals(naive.min(BigInteger.valueOf(Saturating.MOST / 10)).longValue(), plan.calls());
            BigInteger values =
                    new NaiveCost(ExpandedTree.of(document, operation).roots()).values(VARIABLES, operation, 3);
            assertEquals(values.min(BigInteger.valueOf(Saturating.MOST)).longValue(), plan.values());
        }
    }
}
