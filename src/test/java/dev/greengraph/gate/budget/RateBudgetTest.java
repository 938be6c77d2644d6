package dev.greengraph.gate.budget;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.greengraph.gate.budget.Permit.Granted;
import dev.greengraph.gate.budget.Permit.Refused;
import dev.greengraph.testsupport.ManualClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RateBudgetTest {

    private static final Duration SPACING = Duration.ofMillis(1_050);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration NONE = Duration.ZERO;
    private static final Duration JUST = Duration.ofNanos(1);

    private final ManualClock clock = new ManualClock();
    private final RateBudget budget = new RateBudget(clock, 1, 1.05);

    @Test
    void startsFree() {
        assertEquals(NONE, budget.nextIn());
        assertEquals(new Granted(NONE), budget.reserve(NONE));
    }

    @Test
    void givesTurnsInTheOrderOfAskingOneSpaceApart() {
        for (int turn = 0; turn < 4; turn++) {
            assertEquals(new Granted(SPACING.multipliedBy(turn)), budget.reserve(PATIENCE));
        }
    }

    @Test
    void isTakenJustBeforeTheSpaceIsOver() {
        budget.reserve(NONE);

        clock.advance(SPACING.minus(JUST));

        assertEquals(new Refused(JUST), budget.reserve(NONE));
    }

    @Test
    void isFreeExactlyWhenTheSpaceIsOver() {
        budget.reserve(NONE);

        clock.advance(SPACING);

        assertEquals(new Granted(NONE), budget.reserve(NONE));
    }

    @Test
    void isFreeJustAfterTheSpaceIsOver() {
        budget.reserve(NONE);

        clock.advance(SPACING.plus(JUST));

        assertEquals(new Granted(NONE), budget.reserve(NONE));
    }

    @Test
    void countsTheSpaceFromTheTurnNotFromTheAsking() {
        budget.reserve(NONE);
        clock.advance(SPACING.dividedBy(2));
        budget.reserve(PATIENCE);

        assertEquals(SPACING.plus(SPACING.dividedBy(2)), budget.nextIn());
    }

    @Test
    void savesNoTurnsForABurst() {
        budget.reserve(NONE);
        clock.advance(Duration.ofHours(1));
        budget.reserve(NONE);

        assertEquals(SPACING, budget.nextIn());
    }

    @Test
    void refusesWhomTheTurnComesJustTooLateFor() {
        budget.reserve(NONE);

        assertEquals(new Refused(SPACING), budget.reserve(SPACING.minus(JUST)));
    }

    @Test
    void grantsATurnExactlyAtTheEndOfPatience() {
        budget.reserve(NONE);

        assertEquals(new Granted(SPACING), budget.reserve(SPACING));
    }

    @Test
    void grantsATurnJustBeforeTheEndOfPatience() {
        budget.reserve(NONE);

        assertEquals(new Granted(SPACING), budget.reserve(SPACING.plus(JUST)));
    }

    @Test
    void aRefusalTakesNoTurn() {
        budget.reserve(NONE);
        budget.reserve(NONE);

        assertEquals(SPACING, budget.nextIn());
    }

    @Test
    void isGrantedWhenComingBackAsTold() {
        budget.reserve(NONE);
        budget.reserve(PATIENCE);
        Refused refused = (Refused) budget.reserve(NONE);

        clock.advance(refused.retryAfter());

        assertEquals(new Granted(NONE), budget.reserve(NONE));
    }

    @Test
    void aPauseExtendsTheWait() {
        budget.reserve(NONE);

        budget.pause(SPACING.plus(JUST));

        assertEquals(SPACING.plus(JUST), budget.nextIn());
    }

    @Test
    void aPauseNeverShortensTheWait() {
        budget.reserve(NONE);

        budget.pause(SPACING);
        budget.pause(SPACING.minus(JUST));
        budget.pause(NONE);

        assertEquals(SPACING, budget.nextIn());
    }

    @Test
    void aShorterPauseNeverShortensALongerOne() {
        budget.pause(Duration.ofMinutes(10));

        budget.pause(Duration.ofSeconds(1));

        assertEquals(Duration.ofMinutes(10), budget.nextIn());
    }

    @Test
    void afterAPauseTurnsAreSpacedAgain() {
        budget.pause(Duration.ofSeconds(1));

        assertEquals(new Granted(Duration.ofSeconds(1)), budget.reserve(PATIENCE));
        assertEquals(new Granted(Duration.ofSeconds(1).plus(SPACING)), budget.reserve(PATIENCE));
    }

    @Test
    void promisesEachWhoIsRefusedATurnOfItsOwn() {
        budget.reserve(Duration.ZERO);

        assertEquals(SPACING, budget.nextRetryAfter());
        // As nothing was answered yet, 15 % more between two.
        Duration cycle = Duration.ofNanos(1_207_500_000);
        assertEquals(SPACING.plus(cycle), budget.nextRetryAfter());
        clock.advance(SPACING);
        assertEquals(cycle.multipliedBy(2), budget.nextRetryAfter());
    }

    @Test
    void refusesAtOnceWhoWouldLeaveTooLateBehindCallsThatLeaveFurtherApart() {
        budget.spacing().left(clock.instant());
        clock.advance(Duration.ofMillis(500));
        budget.spacing().ended(ManualClock.START, clock.instant(), true);
        clock.advance(PATIENCE);
        for (int turn = 0; turn < 4; turn++) {
            assertEquals(new Granted(SPACING.multipliedBy(turn)), budget.reserve(PATIENCE));
        }

        // A call of 500 ms may have arrived a quarter of a second after it left.
        assertEquals(new Refused(SPACING.plusMillis(250).multipliedBy(4)), budget.reserve(PATIENCE));
    }

    @Test
    void aTurnThatIsFreeIsGivenAlsoEarlierThanExpected() {
        budget.spacing().left(clock.instant());
        clock.advance(Duration.ofMillis(500));
        budget.spacing().ended(ManualClock.START, clock.instant(), true);
        clock.advance(PATIENCE);
        budget.reserve(NONE);
        clock.advance(SPACING);

        assertEquals(new Granted(NONE), budget.reserve(NONE));
    }

    @Test
    void sendsNobodyAwayForMoreThanFiveMinutes() {
        for (int i = 0; i < 1_000; i++) {
            budget.nextRetryAfter();
        }

        assertEquals(Duration.ofMinutes(5), budget.nextRetryAfter());
    }
}
