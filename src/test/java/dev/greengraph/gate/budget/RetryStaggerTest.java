package dev.greengraph.gate.budget;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.greengraph.gate.budget.Permit.Granted;
import dev.greengraph.gate.budget.Permit.Refused;
import dev.greengraph.testsupport.ManualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** What refused callers are told, whether or not they come back. */
class RetryStaggerTest {

    private static final Duration SPACING = Duration.ofMillis(1_050);
    /** A space and, as nothing was answered yet, 15 % more. */
    private static final Duration CYCLE = Duration.ofNanos(1_207_500_000);
    /** How long a slot has to stay free until the callers it was announced to have given up. */
    private static final Duration TOLERANCE = SPACING.multipliedBy(2);

    private static final Duration JUST = Duration.ofNanos(1);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Instant ANY_TIME = Instant.MIN;

    private final ManualClock clock = new ManualClock();
    private final RateBudget budget = new RateBudget(clock, 1, 1.05);

    @Test
    void callersRefusedAtOnceAreToldTimesOneCycleApart() {
        budget.reserve(ANY_TIME, Duration.ZERO);

        for (int caller = 0; caller < 40; caller++) {
            assertEquals(SPACING.plus(CYCLE.multipliedBy(caller)), refused(Duration.ZERO));
        }
    }

    @Test
    void aSingleCallerWhosePredecessorsGaveUpIsToldTheNextFreeSlot() {
        burst(40);
        clock.advance(Duration.ofSeconds(10));
        budget.reserve(ANY_TIME, Duration.ZERO);

        assertEquals(SPACING, refused(Duration.ZERO));
    }

    @Test
    void aSingleCallerThatIsRefusedTwiceIsToldTheSecondSlotAtMost() {
        burst(40);
        clock.advance(Duration.ofSeconds(10));
        budget.reserve(ANY_TIME, Duration.ZERO);
        refused(Duration.ZERO);

        assertEquals(SPACING.plus(CYCLE), refused(Duration.ZERO));
    }

    @Test
    void theStaggerStaysUntilTheFirstSlotHasBeenUnusedForTheTolerance() {
        burst(40);
        clock.advance(SPACING.plus(TOLERANCE));
        budget.reserve(ANY_TIME, Duration.ZERO);

        assertTrue(refused(Duration.ZERO).compareTo(CYCLE.multipliedBy(30)) > 0);
    }

    @Test
    void theStaggerEndsJustAfterTheTolerance() {
        burst(40);
        clock.advance(SPACING.plus(TOLERANCE).plus(JUST));
        budget.reserve(ANY_TIME, Duration.ZERO);

        assertEquals(SPACING, refused(Duration.ZERO));
    }

    @Test
    void theStaggerEndsAlsoWhenOnlyTheFirstCallersCameBack() {
        burst(40);
        clock.advance(SPACING);
        for (int caller = 0; caller < 5; caller++) {
            assertEquals(new Granted(Duration.ZERO), budget.reserve(ANY_TIME, Duration.ZERO));
            clock.advance(CYCLE);
        }
        clock.advance(TOLERANCE);
        budget.reserve(ANY_TIME, Duration.ZERO);

        assertEquals(SPACING, refused(Duration.ZERO));
    }

    @Test
    void aSecondBurstAfterTheFirstGaveUpIsStaggeredFromTheNextFreeSlot() {
        burst(40);
        clock.advance(Duration.ofSeconds(20));

        for (int caller = 0; caller < 5; caller++) {
            assertEquals(new Granted(SPACING.multipliedBy(caller)), budget.reserve(ANY_TIME, PATIENCE));
        }
        assertEquals(SPACING.multipliedBy(5), refused(PATIENCE));
        assertEquals(SPACING.multipliedBy(5).plus(CYCLE), refused(PATIENCE));
    }

    @Test
    void newCallersAreToldTimesAfterThoseThatStillComeBack() {
        burst(40);
        clock.advance(SPACING);
        for (int caller = 0; caller < 20; caller++) {
            assertEquals(new Granted(Duration.ZERO), budget.reserve(ANY_TIME, Duration.ZERO));
            assertEquals(CYCLE.multipliedBy(40), refused(Duration.ZERO));
            clock.advance(CYCLE);
        }
    }

    /** Callers come back when told or up to a second later, as those do that round up to whole seconds. */
    @Property(tries = 300)
    void allOfABurstAreServedWhenTheyComeBackTheFirstTime(
            @ForAll @Size(45) List<@IntRange(max = 1_000) Integer> lateByMillis) {
        List<Integer> attempts = attempts(lateByMillis);

        assertTrue(attempts.stream().allMatch(count -> count <= 2), () -> "attempts " + attempts);
    }

    private record Return(Instant at, int caller) {}

    /** How often each caller had to ask until it was granted a slot. */
    private static List<Integer> attempts(List<Integer> lateByMillis) {
        ManualClock clock = new ManualClock();
        RateBudget budget = new RateBudget(clock, 1, 1.05);
        List<Integer> attempts =
                new ArrayList<>(lateByMillis.stream().map(late -> 0).toList());
        PriorityQueue<Return> returns =
                new PriorityQueue<>(Comparator.comparing(Return::at).thenComparing(Return::caller));
        for (int caller = 0; caller < lateByMillis.size(); caller++) {
            returns.add(new Return(clock.instant(), caller));
        }
        for (Return next = returns.poll(); next != null; next = returns.poll()) {
            clock.advance(Duration.between(clock.instant(), next.at()));
            attempts.set(next.caller(), attempts.get(next.caller()) + 1);
            if (budget.reserve(ANY_TIME, PATIENCE) instanceof Refused) {
                Duration in = budget.nextRetryAfter(ANY_TIME).plusMillis(lateByMillis.get(next.caller()));
                returns.add(new Return(clock.instant().plus(in), next.caller()));
            }
        }
        return attempts;
    }

    /** One caller is served now, all others are told when to come back. */
    private void burst(int others) {
        budget.reserve(ANY_TIME, Duration.ZERO);
        for (int caller = 0; caller < others; caller++) {
            refused(Duration.ZERO);
        }
    }

    private Duration refused(Duration patience) {
        assertInstanceOf(Refused.class, budget.reserve(ANY_TIME, patience));
        return budget.nextRetryAfter(ANY_TIME);
    }
}
