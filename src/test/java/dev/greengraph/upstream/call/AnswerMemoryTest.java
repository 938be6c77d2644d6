package dev.greengraph.upstream.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The memory of all answers that are received or read. */
class AnswerMemoryTest {

    private static final Runnable NEVER = () -> {
        throw new AssertionError("resumed");
    };

    private final AnswerMemory memory = new AnswerMemory(100);
    private final AnswerMemory.Share first = memory.share();
    private final AnswerMemory.Share second = memory.share();
    private final AnswerMemory.Share third = memory.share();
    private final List<String> resumed = new ArrayList<>();

    @Test
    void answersWithinTheBoundDoNotWait() {
        assertTrue(first.take(60, NEVER));
        assertTrue(second.take(40, NEVER));

        assertEquals(100, memory.used());
    }

    @Test
    void anAnswerBeyondTheBoundWaitsUntilAnotherIsRead() {
        first.take(60, NEVER);
        assertFalse(second.take(41, () -> resumed.add("second")));

        first.release();

        assertEquals(List.of("second"), resumed);
        assertEquals(41, memory.used());
    }

    /** Else answers that are half received would wait for each other. */
    @Test
    void theOldestAnswerNeverWaits() {
        first.take(60, NEVER);
        second.take(60, () -> resumed.add("second"));

        assertTrue(first.take(500, NEVER));
        assertEquals(List.of(), resumed);

        first.release();
        assertTrue(second.take(500, NEVER));
    }

    @Test
    void theNextOldestGoesOnAlthoughThereIsNoRoom() {
        first.take(10, NEVER);
        second.take(200, () -> resumed.add("second"));
        third.take(200, () -> resumed.add("third"));

        first.release();

        assertEquals(List.of("second"), resumed);
    }

    @Test
    void aWaitingAnswerThatIsGivenUpIsNotResumed() {
        first.take(100, NEVER);
        second.take(100, NEVER);

        second.release();
        first.release();

        assertEquals(0, memory.used());
    }

    @Test
    void whatArrivesAfterTheReleaseDoesNotCount() {
        first.take(100, NEVER);
        first.release();
        first.release();

        assertTrue(first.take(100, NEVER));
        assertEquals(0, memory.used());
    }
}
