package dev.greengraph.admission.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.greengraph.admission.cost.CostEstimator;
import dev.greengraph.admission.cost.DeclaredCosts;
import graphql.parser.Parser;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The walk costs what the text costs, whatever the text says. */
class FragmentExpansionTest {

    /** What the parser lets through nests by at most so many levels; a thread of 256 KB has a quarter of the usual stack. */
    private static final long SMALL_STACK = 256 * 1024;

    /** {@code -Dwild.documents=100000} for a long run. */
    private static final int WILD = Integer.getInteger("wild.documents", 6_000);

    static Stream<String> bombs() {
        return Stream.of(
                Attack.fragmentBomb(49),
                Attack.deepBomb(31),
                Attack.introspectionBomb(49),
                Attack.fragmentChain(49),
                Attack.aliases(600),
                Attack.duplicates(1_900),
                Attack.deepFields(150),
                Attack.deepInlineFragments(150));
    }

    @ParameterizedTest
    @MethodSource("bombs")
    void looksAtEachSelectionOnce(String bomb) {
        DocumentOutline outline = DocumentOutline.of(new Parser().parseDocument(bomb));

        assertTrue(outline.nodes() <= bomb.length(), outline.nodes() + " nodes");
        assertTrue(FragmentExpansion.of(outline).steps() <= outline.nodes(), "steps");
    }

    @ParameterizedTest
    @MethodSource("bombs")
    void takesTwiceTheStepsForTwiceTheText(String bomb) {
        String twice = bomb + bomb.replaceAll("\\b([fdi])(\\d+)", "$1x$2").replaceFirst("^\\{", "query other {");
        DocumentOutline once = DocumentOutline.of(new Parser().parseDocument(bomb));
        DocumentOutline both = DocumentOutline.of(new Parser().parseDocument(twice));

        assertEquals(
                2 * FragmentExpansion.of(once).steps(),
                FragmentExpansion.of(both).steps());
    }

    @Test
    void copesWithAnyDocumentOnASmallStack() throws InterruptedException {
        DocumentExaminer documents = new DocumentExaminer(Limits.with("document-memory", "1M"));
        AtomicReference<Throwable> failure = new AtomicReference<>();
        Thread small = new Thread(null, () -> examineAll(documents), "small", SMALL_STACK);
        small.setUncaughtExceptionHandler((thread, thrown) -> failure.set(thrown));
        small.start();
        small.join();

        assertNull(failure.get(), () -> String.valueOf(failure.get()));
    }

    private static void examineAll(DocumentExaminer documents) {
        bombs().forEach(documents::examine);
        DocumentExaminerTest.nested().forEach(nested -> documents.examine((String) nested.get()[1]));
        for (int seed = 0; seed < WILD; seed++) {
            if (documents.examine(RandomDocument.wild(seed)) instanceof ExaminedDocument.Measured measured) {
                CostEstimator.estimate(DeclaredCosts.withoutTypes(), measured, null, Map.of(), 2);
            }
        }
    }
}
