package dev.greengraph.replica;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.greengraph.testsupport.ManualClock;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ProbationTest {

    private final ManualClock clock = new ManualClock();
    private final Probation probation = new Probation(clock);

    /** Heartbeats, each answered in time, until the server is used again. */
    private int beats() {
        int beats = 1;
        while (!probation.answered()) {
            beats++;
        }
        return beats;
    }

    private int beatsAfterLoss() {
        probation.lost();
        return beats();
    }

    @Test
    void oneAnswerIsEnoughAtFirstAndAfterALoss() {
        assertEquals(1, beats());
        assertEquals(1, beatsAfterLoss());
    }

    @Test
    void eachLossSoonAfterAReturnDoublesWhatIsWanted() {
        beats();

        assertEquals(
                List.of(1, 2, 4, 8, 16, 32, 32),
                IntStream.range(0, 7).mapToObj(loss -> beatsAfterLoss()).toList());
    }

    @Test
    void aServerThatStoodIsTrustedAgain() {
        beats();
        beatsAfterLoss();
        beatsAfterLoss();

        clock.advance(Probation.SOON.minusMillis(1));
        assertEquals(4, beatsAfterLoss());
        clock.advance(Probation.SOON);
        assertEquals(1, beatsAfterLoss());
    }

    @Test
    void aLateAnswerBeginsAnew() {
        beats();
        beatsAfterLoss();
        probation.lost();

        assertFalse(probation.answered());
        probation.failed();

        assertEquals(2, beats());
    }

    @Test
    void theOthersHearOfItWhereItDoesNotEndWithTheNextAnswer() {
        beats();
        probation.lost();
        assertFalse(probation.goesOn());
        probation.failed();
        assertTrue(probation.goesOn());
        probation.answered();
        assertFalse(probation.goesOn());
        clock.advance(Duration.ofSeconds(1));
        probation.lost();
        assertTrue(probation.goesOn());
        probation.answered();
        assertFalse(probation.goesOn());
    }

    @Test
    void aProcessThatHasJustStartedMayBeSlowItself() {
        probation.failed();
        assertFalse(probation.goesOn());
        probation.failed();
        assertTrue(probation.goesOn());
    }
}
