package dev.greengraph.replica;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The server's clock is a minute ahead. */
class ServerClockTest {

    private static final Instant BEGIN = Instant.parse("2026-01-05T10:00:00Z");
    private static final Duration AHEAD = Duration.ofMinutes(1);

    private final ServerClock clock = new ServerClock();

    @Test
    void isTheOwnOneBeforeItWasRead() {
        assertEquals(BEGIN, clock.at(BEGIN));
    }

    @Test
    void isInTheMiddleOfQuestionAndReply() {
        read(BEGIN, AHEAD, 20, 20);

        assertOff(BEGIN, AHEAD, 1);
    }

    @Test
    void oneReplyThatIsReadLateChangesLittle() {
        read(BEGIN, AHEAD, 1, 1);
        read(BEGIN.plusSeconds(1), AHEAD, 1, 700);

        assertOff(BEGIN.plusSeconds(1), AHEAD, 2);
    }

    @Test
    void oneQuestionThatIsSentLateChangesLittle() {
        read(BEGIN, AHEAD, 700, 1);
        read(BEGIN.plusSeconds(1), AHEAD, 1, 1);
        read(BEGIN.plusSeconds(2), AHEAD, 700, 1);

        assertOff(BEGIN.plusSeconds(2), AHEAD, 3);
    }

    @Test
    void followsAClockThatDrifts() {
        for (int second = 0; second < 1_000; second++) {
            read(BEGIN.plusSeconds(second), AHEAD.plusMillis(second / 4), 1, 1);
        }

        assertOff(BEGIN, AHEAD.plusMillis(250), 3);
    }

    @Test
    void followsAnotherClockAtOnce() {
        read(BEGIN, AHEAD, 1, 1);
        read(BEGIN.plusSeconds(1), AHEAD.multipliedBy(2), 10, 10);

        assertOff(BEGIN.plusSeconds(1), AHEAD.multipliedBy(2), 1);
    }

    /**
     * The server is asked and answers.
     *
     * @param way milliseconds to it
     * @param back milliseconds until its reply is read
     */
    private void read(Instant asked, Duration ahead, int way, int back) {
        clock.read(asked, asked.plusMillis(way).plus(ahead), asked.plusMillis(way + back));
    }

    private void assertOff(Instant own, Duration ahead, long most) {
        Duration off = Duration.between(own.plus(ahead), clock.at(own)).abs();
        assertTrue(off.compareTo(Duration.ofMillis(most)) <= 0, () -> "" + off);
    }
}
