package dev.greengraph.gate.budget;

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
        assertEquals(Duration.ZERO, spacing.waitFrom(START));
    }

    @Test
    void theNextCallWaitsUntilTheSpaceIsOver() {
        spacing.sent(START);

        assertEquals(Duration.ofMillis(1), spacing.waitFrom(after(1_049)));
        assertEquals(Duration.ZERO, spacing.waitFrom(after(1_050)));
        assertEquals(Duration.ZERO, spacing.waitFrom(after(1_051)));
    }

    @Test
    void aFirstCallMayHaveArrivedHalfWayToItsAnswer() {
        call(0, 400);

        assertEquals(Duration.ofMillis(200), spacing.waitFrom(after(1_050)));
        assertEquals(Duration.ZERO, spacing.waitFrom(after(1_250)));
    }

    @Test
    void asLongAsAnswersDifferTheFastestMayBeFasterByThat() {
        call(0, 400);
        call(10_000, 80);

        // average 360, fastest 80: nothing is sure, it may have arrived as late as its answer
        assertEquals(Duration.ofMillis(80), spacing.waitFrom(after(11_050)));
    }

    @Test
    void callsThatQueueFollowByMoreThanTheSpace() {
        assertEquals(Duration.ofNanos(1_207_500_000), spacing.cycle());
        call(0, 400);
        assertEquals(Duration.ofMillis(1_250), spacing.cycle());
        settle(400);
        assertEquals(SPACE, spacing.cycle());
    }

    @Test
    void callsThatTakeLongerThanTheSpaceFollowByTheSpace() {
        call(0, 1_049);
        assertEquals(SPACE.plusNanos(524_500_000), spacing.cycle());
        Spacing slow = new Spacing(Duration.ofMillis(105));
        slow.sent(START);
        slow.ended(START, after(105), true);
        assertEquals(Duration.ofMillis(105), slow.cycle());
    }

    @Test
    void aSlowerCallMayHaveArrivedLaterByTheDifference() {
        settle(100);

        call(100_000, 500);

        assertEquals(Duration.ofMillis(400), spacing.waitFrom(after(101_050)));
    }

    @Test
    void aCallAsFastAsTheFastestArrivedWhenItLeftOnceThatIsKnownWell() {
        settle(100);

        call(100_000, 100);

        assertEquals(Duration.ZERO, spacing.waitFrom(after(101_050)));
    }

    @Test
    void aCallThatFailedMayHaveArrivedAsLateAsItEnded() {
        settle(100);
        spacing.sent(after(100_000));

        spacing.ended(after(100_000), after(100_100), false);

        assertEquals(Duration.ofMillis(100), spacing.waitFrom(after(101_050)));
    }

    @Test
    void followsAnotherSpace() {
        spacing.sent(START);

        spacing.follow(Duration.ofMillis(2_100));

        assertEquals(Duration.ofMillis(1), spacing.waitFrom(after(2_099)));
    }

    private void settle(long took) {
        for (int i = 0; i < 20; i++) {
            call(2_000 * i, took);
        }
    }

    private void call(long sent, long took) {
        spacing.sent(after(sent));
        spacing.ended(after(sent), after(sent + took), true);
    }

    private static Instant after(long millis) {
        return START.plusMillis(millis);
    }
}
