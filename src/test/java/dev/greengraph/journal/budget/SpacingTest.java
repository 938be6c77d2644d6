package dev.greengraph.journal.budget;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SpacingTest {

    private static final Instant START = Instant.parse("2026-01-05T10:00:00Z");
    private static final Duration SPACE = Duration.ofMillis(1_050);

    private final Spacing spacing = new Spacing(SPACE);

    @Test
    void theFirstCallStartsAtOnce() {
        assertEquals(Duration.ZERO, spacing.start(START));
    }

    @Test
    void theNextCallWaitsUntilTheSpaceIsOver() {
        spacing.start(START);

        assertEquals(Duration.ofMillis(1), spacing.start(after(1_049)));
        assertEquals(Duration.ZERO, spacing.start(after(1_050)));
    }

    @Test
    void aFirstCallMayHaveArrivedAsLateAsItsAnswer() {
        // Given: a cold process, a new connection
        spacing.start(START);
        spacing.ended(START, after(400), true);

        // Then
        assertEquals(Duration.ofMillis(400), spacing.start(after(1_050)));
        assertEquals(Duration.ZERO, spacing.start(after(1_450)));
    }

    @Test
    void aCallAsFastAsTheFastestArrivedWhenItStarted() {
        spacing.start(START);
        spacing.ended(START, after(100), true);
        spacing.start(after(1_150));
        spacing.ended(after(1_150), after(1_250), true);

        assertEquals(Duration.ZERO, spacing.start(after(2_200)));
    }

    @Test
    void aSlowerCallMayHaveArrivedLaterByTheDifference() {
        spacing.start(START);
        spacing.ended(START, after(100), true);
        spacing.start(after(1_150));
        spacing.ended(after(1_150), after(1_550), true);

        assertEquals(Duration.ofMillis(300), spacing.start(after(2_200)));
    }

    @Test
    void aCallThatFailedMayHaveArrivedAsLateAsItEnded() {
        spacing.start(START);
        spacing.ended(START, after(100), true);
        spacing.start(after(1_150));
        spacing.ended(after(1_150), after(1_250), false);

        assertEquals(Duration.ofMillis(100), spacing.start(after(2_200)));
    }

    private static Instant after(long millis) {
        return START.plusMillis(millis);
    }
}
