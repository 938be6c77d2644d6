package dev.greengraph.cache.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.greengraph.testsupport.ManualClock;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AnswerStoreTest {

    /** What the store counts for an entry besides its value. */
    private static final int OVERHEAD = 256;

    private static final int LARGE = 1_000_000;

    private final AnswerStore<String> store = new AnswerStore<>(10L * LARGE);

    @Test
    void findsWhatItKeeps() {
        store.keep("q", held("answer", 6));

        assertEquals(Slot.of(held("answer", 6)), store.find("q"));
        assertEquals(Slot.empty(), store.find("other"));
    }

    @Test
    void keepsTheNewerAnswer() {
        store.keep("q", held("old", 3));

        store.keep("q", held("new", 3));

        assertEquals(Slot.of(held("new", 3)), store.find("q"));
    }

    @Test
    void keepsNoAnswerLargerThanAllOfIt() {
        store.keep("exactly", held("large", 10 * LARGE - OVERHEAD));
        assertTrue(isKept("exactly"));

        store.keep("just over", held("larger", 10 * LARGE - OVERHEAD + 1));

        assertFalse(isKept("just over"));
    }

    @Test
    void keepsNoMoreBytesThanAllowed() {
        IntStream.range(0, 1_000).forEach(i -> store.keep("q" + i, held("large", LARGE - OVERHEAD)));

        assertEquals(10, kept(1_000));
    }

    @Test
    void countsAlsoAnswersWithoutContent() {
        AnswerStore<String> small = new AnswerStore<>(10L * OVERHEAD);
        IntStream.range(0, 1_000).forEach(i -> small.keep("q" + i, held("", 0)));

        assertEquals(
                10,
                IntStream.range(0, 1_000)
                        .filter(i -> small.find("q" + i).answer() != null)
                        .count());
    }

    @Test
    void aFloodOfQuestionsThatNobodyRepeatsPushesOutNothingHot() {
        store.keep("hot", held("window", 2 * LARGE));
        for (int i = 0; i < 50_000; i++) {
            store.keep("random" + i, held("message", 4_096));
            if (i % 100 == 0) {
                assertTrue(isKept("hot"), "pushed out by random question " + i);
            }
        }
    }

    private boolean isKept(String question) {
        return store.find(question).answer() != null;
    }

    private long kept(int questions) {
        return IntStream.range(0, questions).filter(i -> isKept("q" + i)).count();
    }

    private static Held<String> held(String value, int bytes) {
        return new Held<>(value, ManualClock.START, bytes);
    }
}
