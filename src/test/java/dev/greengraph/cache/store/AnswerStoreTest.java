package dev.greengraph.cache.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.greengraph.testsupport.ManualClock;
import java.util.Optional;
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

        assertEquals(Optional.of(held("answer", 6)), store.find("q"));
        assertEquals(Optional.empty(), store.find("other"));
    }

    @Test
    void keepsTheNewerAnswer() {
        store.keep("q", held("old", 3));

        store.keep("q", held("new", 3));

        assertEquals(Optional.of(held("new", 3)), store.find("q"));
    }

    @Test
    void keepsNoAnswerLargerThanAllOfIt() {
        store.keep("exactly", held("large", 10 * LARGE - OVERHEAD));
        assertTrue(store.find("exactly").isPresent());

        store.keep("just over", held("larger", 10 * LARGE - OVERHEAD + 1));

        assertEquals(Optional.empty(), store.find("just over"));
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
                        .filter(i -> small.find("q" + i).isPresent())
                        .count());
    }

    @Test
    void aFloodOfQuestionsThatNobodyRepeatsPushesOutNothingHot() {
        store.keep("hot", held("window", 2 * LARGE));
        for (int i = 0; i < 50_000; i++) {
            store.keep("random" + i, held("message", 4_096));
            if (i % 100 == 0) {
                assertTrue(store.find("hot").isPresent(), "pushed out by random question " + i);
            }
        }
    }

    private long kept(int questions) {
        return IntStream.range(0, questions)
                .filter(i -> store.find("q" + i).isPresent())
                .count();
    }

    private static Held<String> held(String value, int bytes) {
        return new Held<>(value, ManualClock.START, bytes);
    }
}
