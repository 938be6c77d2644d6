package dev.greengraph.admission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import graphql.language.Document;
import graphql.language.OperationDefinition;
import graphql.parser.Parser;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** The walk and the plan know without expanding what expanding would show. */
class WalkPropertyTest {

    private static final Map<String, Object> VARIABLES = Map.of("m", 7_000, "f", Map.of("direction", "OUTGOING"));

    @Property(tries = 1_500)
    void measuresWhatExpandingShows(@ForAll long seed) {
        Document document = new Parser().parseDocument(RandomDocument.acyclic(seed));
        Outline outline = Outline.of(document);
        List<Measure> measures = Walk.of(outline).operations();

        for (int i = 0; i < measures.size(); i++) {
            OperationDefinition operation = outline.operations().get(i);
            assertEquals(Naive.of(document, operation).measure(), measures.get(i));
        }
    }

    @Property(tries = 1_500)
    void plansWhatExpandingShows(@ForAll long seed) {
        Document document = new Parser().parseDocument(RandomDocument.acyclic(seed));
        Outline outline = Outline.of(document);

        for (OperationDefinition operation : outline.operations()) {
            BigInteger naive = Naive.of(document, operation).calls(VARIABLES, operation, 3);
            Plan plan = Planner.of(outline, operation, VARIABLES, 3);
            assertEquals(naive.min(BigInteger.valueOf(Saturating.MOST / 10)).longValue(), plan.calls());
            BigInteger values = Naive.of(document, operation).values(VARIABLES, operation, 3);
            assertEquals(values.min(BigInteger.valueOf(Saturating.MOST)).longValue(), plan.values());
        }
    }

    /** Each selection is looked at once, however often its fragment is spread. */
    @Property(tries = 500)
    void takesStepsLinearInTheText(@ForAll long seed) {
        Outline outline = Outline.of(new Parser().parseDocument(RandomDocument.acyclic(seed)));

        assertTrue(Walk.of(outline).steps() <= outline.nodes());
    }
}
