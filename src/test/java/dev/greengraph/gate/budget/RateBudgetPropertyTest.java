package dev.greengraph.gate.budget;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.greengraph.gate.budget.Permit.Granted;
import dev.greengraph.gate.budget.Permit.Refused;
import dev.greengraph.testsupport.ManualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** What holds for every schedule of callers and cooldowns. */
class RateBudgetPropertyTest {

    private static final Duration SPACING = Duration.ofMillis(1_050);

    /**
     * A caller.
     *
     * @param after how long after the one before
     * @param patience how long it may wait
     * @param cooldown what the upstream asks for before; zero for nothing
     */
    record Caller(Duration after, Duration patience, Duration cooldown) {}

    @Property(tries = 500)
    void slotsKeepTheirSpaceAndTheirOrder(@ForAll("schedules") List<Caller> schedule) {
        List<Instant> slots = slots(schedule);

        for (int i = 1; i < slots.size(); i++) {
            Duration gap = Duration.between(slots.get(i - 1), slots.get(i));
            assertTrue(gap.compareTo(SPACING) >= 0, () -> "a gap of " + gap);
        }
    }

    @Property(tries = 500)
    void refusesExactlyTheCallsWhoseSlotIsTooLate(@ForAll("schedules") List<Caller> schedule) {
        ManualClock clock = new ManualClock();
        RateBudget budget = new RateBudget(clock, 1, 1.05);
        Instant free = Instant.MIN;
        Instant closedUntil = Instant.MIN;
        for (Caller caller : schedule) {
            clock.advance(caller.after());
            closedUntil = later(closedUntil, clock.instant().plus(caller.cooldown()));
            free = later(free, closedUntil);

            Permit permit = budget.reserve(closedUntil, caller.patience());

            Duration wait = Duration.between(clock.instant(), later(free, clock.instant()));
            boolean inTime = wait.compareTo(caller.patience()) <= 0;
            assertEquals(inTime ? new Granted(wait) : new Refused(wait), permit);
            free = inTime ? clock.instant().plus(wait).plus(SPACING) : free;
        }
    }

    @Property(tries = 200)
    void aCallerThatWaitsForRetryAfterIsServedAtOnce(@ForAll("schedules") List<Caller> schedule) {
        ManualClock clock = new ManualClock();
        RateBudget budget = new RateBudget(clock, 1, 1.05);
        Instant closedUntil = Instant.MIN;
        for (Caller caller : schedule) {
            clock.advance(caller.after());
            closedUntil = later(closedUntil, clock.instant().plus(caller.cooldown()));
            if (budget.reserve(closedUntil, caller.patience()) instanceof Refused refused) {
                clock.advance(refused.retryAfter());
                assertEquals(new Granted(Duration.ZERO), budget.reserve(closedUntil, Duration.ZERO));
            }
        }
    }

    @Provide
    Arbitrary<List<Caller>> schedules() {
        Arbitrary<Duration> cooldown =
                Arbitraries.frequencyOf(Tuple.of(9, Arbitraries.just(Duration.ZERO)), Tuple.of(1, upTo(30_000)));
        return Combinators.combine(upTo(3_000), upTo(6_000), cooldown)
                .as(Caller::new)
                .list()
                .ofMaxSize(60);
    }

    private static Arbitrary<Duration> upTo(int millis) {
        return Arbitraries.integers().between(0, millis).map(Duration::ofMillis);
    }

    private static List<Instant> slots(List<Caller> schedule) {
        ManualClock clock = new ManualClock();
        RateBudget budget = new RateBudget(clock, 1, 1.05);
        List<Instant> slots = new ArrayList<>();
        Instant closedUntil = Instant.MIN;
        for (Caller caller : schedule) {
            clock.advance(caller.after());
            closedUntil = later(closedUntil, clock.instant().plus(caller.cooldown()));
            if (budget.reserve(closedUntil, caller.patience()) instanceof Granted granted) {
                slots.add(clock.instant().plus(granted.startsIn()));
            }
        }
        return slots;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
