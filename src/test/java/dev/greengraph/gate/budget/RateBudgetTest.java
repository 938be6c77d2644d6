package dev.greengraph.gate.budget;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.greengraph.gate.budget.Permit.Granted;
import dev.greengraph.gate.budget.Permit.Refused;
import dev.greengraph.testsupport.ManualClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RateBudgetTest {

    private static final Duration SPACING = Duration.ofMillis(1_050);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration NONE = Duration.ZERO;
    private static final Duration JUST = Duration.ofNanos(1);
    private static final Instant ANY_TIME = Instant.MIN;

    private final ManualClock clock = new ManualClock();
    private final RateBudget budget = new RateBudget(clock, 1, 1.05);

    @Test
    void startsFree() {
        assertEquals(NONE, budget.nextIn(ANY_TIME));
        assertEquals(new Granted(NONE), budget.reserve(ANY_TIME, NONE));
    }

    @Test
    void grantsSlotsInFifoOrderOneSpaceApart() {
        for (int slot = 0; slot < 4; slot++) {
            assertEquals(new Granted(SPACING.multipliedBy(slot)), budget.reserve(ANY_TIME, PATIENCE));
        }
    }

    @Test
    void isTakenJustBeforeTheSpaceIsOver() {
        budget.reserve(ANY_TIME, NONE);

        clock.advance(SPACING.minus(JUST));

        assertEquals(new Refused(JUST), budget.reserve(ANY_TIME, NONE));
    }

    @Test
    void isFreeExactlyWhenTheSpaceIsOver() {
        budget.reserve(ANY_TIME, NONE);

        clock.advance(SPACING);

        assertEquals(new Granted(NONE), budget.reserve(ANY_TIME, NONE));
    }

    @Test
    void isFreeJustAfterTheSpaceIsOver() {
        budget.reserve(ANY_TIME, NONE);

        clock.advance(SPACING.plus(JUST));

        assertEquals(new Granted(NONE), budget.reserve(ANY_TIME, NONE));
    }

    @Test
    void countsTheSpaceFromTheSlotNotFromTheAsking() {
        budget.reserve(ANY_TIME, NONE);
        clock.advance(SPACING.dividedBy(2));
        budget.reserve(ANY_TIME, PATIENCE);

        assertEquals(SPACING.plus(SPACING.dividedBy(2)), budget.nextIn(ANY_TIME));
    }

    @Test
    void savesNoSlotsForABurst() {
        budget.reserve(ANY_TIME, NONE);
        clock.advance(Duration.ofHours(1));
        budget.reserve(ANY_TIME, NONE);

        assertEquals(SPACING, budget.nextIn(ANY_TIME));
    }

    @Test
    void refusesACallWhoseSlotIsJustTooLate() {
        budget.reserve(ANY_TIME, NONE);

        assertEquals(new Refused(SPACING), budget.reserve(ANY_TIME, SPACING.minus(JUST)));
    }

    @Test
    void grantsASlotExactlyAtTheEndOfTheWait() {
        budget.reserve(ANY_TIME, NONE);

        assertEquals(new Granted(SPACING), budget.reserve(ANY_TIME, SPACING));
    }

    @Test
    void grantsASlotJustBeforeTheEndOfTheWait() {
        budget.reserve(ANY_TIME, NONE);

        assertEquals(new Granted(SPACING), budget.reserve(ANY_TIME, SPACING.plus(JUST)));
    }

    @Test
    void aRefusalTakesNoSlot() {
        budget.reserve(ANY_TIME, NONE);
        budget.reserve(ANY_TIME, NONE);

        assertEquals(SPACING, budget.nextIn(ANY_TIME));
    }

    @Test
    void isGrantedAfterRetryAfter() {
        budget.reserve(ANY_TIME, NONE);
        budget.reserve(ANY_TIME, PATIENCE);
        Refused refused = (Refused) budget.reserve(ANY_TIME, NONE);

        clock.advance(refused.retryAfter());

        assertEquals(new Granted(NONE), budget.reserve(ANY_TIME, NONE));
    }

    @Test
    void aCooldownExtendsTheWait() {
        budget.reserve(ANY_TIME, NONE);

        assertEquals(SPACING.plus(JUST), budget.nextIn(in(SPACING.plus(JUST))));
    }

    @Test
    void aCooldownNeverShortensTheWait() {
        budget.reserve(ANY_TIME, NONE);

        assertEquals(SPACING, budget.nextIn(in(SPACING)));
        assertEquals(SPACING, budget.nextIn(in(SPACING.minus(JUST))));
        assertEquals(SPACING, budget.nextIn(in(NONE)));
    }

    @Test
    void askingForTheNextSlotChangesNoLaterAnswer() {
        assertEquals(Duration.ofMinutes(10), budget.nextIn(in(Duration.ofMinutes(10))));

        assertEquals(Duration.ofSeconds(1), budget.nextIn(in(Duration.ofSeconds(1))));
        assertEquals(new Granted(NONE), budget.reserve(ANY_TIME, NONE));
    }

    @Test
    void aRefusalDuringACooldownChangesNoLaterAnswer() {
        assertEquals(new Refused(Duration.ofMinutes(10)), budget.reserve(in(Duration.ofMinutes(10)), PATIENCE));

        assertEquals(new Granted(NONE), budget.reserve(ANY_TIME, NONE));
    }

    @Test
    void afterACooldownSlotsAreSpacedAgain() {
        Instant end = in(Duration.ofSeconds(1));

        assertEquals(new Granted(Duration.ofSeconds(1)), budget.reserve(end, PATIENCE));
        assertEquals(new Granted(Duration.ofSeconds(1).plus(SPACING)), budget.reserve(end, PATIENCE));
    }

    @Test
    void tellsEachRefusedCallerATimeOfItsOwn() {
        budget.reserve(ANY_TIME, Duration.ZERO);

        assertEquals(SPACING, budget.nextRetryAfter(ANY_TIME));
        // As nothing was answered yet, 15 % more between two.
        Duration cycle = Duration.ofNanos(1_207_500_000);
        assertEquals(SPACING.plus(cycle), budget.nextRetryAfter(ANY_TIME));
        clock.advance(SPACING);
        assertEquals(cycle.multipliedBy(2), budget.nextRetryAfter(ANY_TIME));
    }

    @Test
    void refusesAtOnceACallTooLateBehindCallsThatAreFurtherApart() {
        budget.spacing().sent(clock.instant());
        clock.advance(Duration.ofMillis(500));
        budget.spacing().ended(ManualClock.START, clock.instant(), true);
        clock.advance(PATIENCE);
        for (int slot = 0; slot < 4; slot++) {
            assertEquals(new Granted(SPACING.multipliedBy(slot)), budget.reserve(ANY_TIME, PATIENCE));
        }

        // A call of 500 ms may have arrived a quarter of a second after it was sent.
        assertEquals(new Refused(SPACING.plusMillis(250).multipliedBy(4)), budget.reserve(ANY_TIME, PATIENCE));
    }

    @Test
    void aFreeSlotIsGrantedAlsoEarlierThanExpected() {
        budget.spacing().sent(clock.instant());
        clock.advance(Duration.ofMillis(500));
        budget.spacing().ended(ManualClock.START, clock.instant(), true);
        clock.advance(PATIENCE);
        budget.reserve(ANY_TIME, NONE);
        clock.advance(SPACING);

        assertEquals(new Granted(NONE), budget.reserve(ANY_TIME, NONE));
    }

    @Test
    void tellsNoCallerToWaitLongerThanFiveMinutes() {
        for (int i = 0; i < 1_000; i++) {
            budget.nextRetryAfter(ANY_TIME);
        }

        assertEquals(Duration.ofMinutes(5), budget.nextRetryAfter(ANY_TIME));
    }

    private Instant in(Duration time) {
        return clock.instant().plus(time);
    }
}
