package dev.greengraph.gate;

import static dev.greengraph.gate.GateFixture.SPACING;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.greengraph.gate.turn.Priority;
import dev.greengraph.gate.turn.Requester;
import dev.greengraph.gate.turn.Wanted;
import dev.greengraph.upstream.failure.Failures;
import io.micrometer.core.instrument.Counter;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Turns of callers who wait for one upstream. Five calls fit into the patience of a caller, the first goes out at once. */
class FairSharesTest {

    private static final Requester GREEDY = Requester.unnamed("greedy");
    private static final Requester MODEST = Requester.unnamed("modest");
    private static final Requester HEAVY = new Requester("heavy", "heavy", 3, Priority.NORMAL);
    private static final Requester PEOPLE = new Requester("people", "people", 1, Priority.HIGH);
    private static final Requester REPORTS = new Requester("reports", "reports", 1, Priority.LOW);

    private final GateFixture at = new GateFixture();

    @Test
    void whoHasFewerCallsGetsATurnBetweenThoseOfTheOther() {
        List<UniAssertSubscriber<String>> greedy = ask(GREEDY, "g", 5);

        UniAssertSubscriber<String> modest = ask(MODEST, "m", 1).get(0);
        modest.assertNotTerminated();

        assertRefused(greedy.get(4));
        assertEquals(List.of("g0", "g1", "m0", "g2", "g3"), sentInAll());
    }

    @Test
    void aCallerWithoutPatienceForMoreIsRefusedWhenBothHaveTheSame() {
        ask(GREEDY, "g", 5);

        List<UniAssertSubscriber<String>> modest = ask(MODEST, "m", 3);

        modest.get(0).assertNotTerminated();
        modest.get(1).assertNotTerminated();
        assertRefused(modest.get(2));
        assertEquals(List.of("g0", "g1", "m0", "g2", "m1"), sentInAll());
    }

    @Test
    void aloneACallerHasAllTurns() {
        List<UniAssertSubscriber<String>> greedy = ask(GREEDY, "g", 6);

        assertRefused(greedy.get(5));
        assertEquals(List.of("g0", "g1", "g2", "g3", "g4"), sentInAll());
    }

    @Test
    void aWeightIsThatManyTurnsForEachOfAnother() {
        ask(GREEDY, "g", 5);

        ask(HEAVY, "h", 4);

        assertEquals(List.of("g0", "g1", "h0", "h1", "h2"), sentInAll());
    }

    @Test
    void aHigherClassGoesFirstAndTakesThePlaceOfALowerOne() {
        List<UniAssertSubscriber<String>> reports = ask(REPORTS, "r", 2);
        List<UniAssertSubscriber<String>> greedy = ask(GREEDY, "g", 3);

        ask(PEOPLE, "p", 2);

        assertRefused(reports.get(1));
        assertRefused(greedy.get(2));
        assertEquals(List.of("r0", "p0", "p1", "g0", "g1"), sentInAll());
    }

    @Test
    void aLowerClassDisplacesNobody() {
        ask(GREEDY, "g", 5);

        assertRefused(ask(REPORTS, "r", 1).get(0));
    }

    @Test
    void aCallThatOthersWaitForKeepsItsPlace() {
        ask(GREEDY, "g", 4);
        UniAssertSubscriber<String> shared = at.ask(sharedWithOthers(), "shared");

        ask(MODEST, "m", 1);

        shared.assertNotTerminated();
        assertEquals(List.of("g0", "g1", "m0", "g2", "shared"), sentInAll());
    }

    @Test
    void nobodyIsDisplacedWhileTheUpstreamIsClosed() {
        ask(GREEDY, "g", 5);
        at.upstream.fail(Failures.rateLimited(GateFixture.ENDPOINT));

        assertRefused(ask(MODEST, "m", 1).get(0));

        assertEquals(0, count("greengraph.gate.displaced", "others"));
    }

    @Test
    void aCallerWhoLeavesTakesNothingFromOthers() {
        ask(GREEDY, "g", 2);
        UniAssertSubscriber<String> leaving = ask(MODEST, "m", 1).get(0);
        UniAssertSubscriber<String> last = ask(GREEDY, "last", 1).get(0);

        leaving.cancel();
        at.clock.advance(SPACING.multipliedBy(3));

        assertEquals(List.of("g0", "g1", "last0"), at.upstream.made());
        last.assertNotTerminated();
        assertEquals(0, at.gate.state().waiting());
    }

    @Test
    void metricsTellTheTurnsOfThoseWhomTheSettingsName() {
        ask(HEAVY, "h", 2);
        ask(PEOPLE, "p", 1);
        ask(GREEDY, "g", 2);
        ask(MODEST, "m", 1);
        sentInAll();

        assertEquals(2, count("greengraph.gate.turns", "heavy"));
        assertEquals(1, count("greengraph.gate.turns", "people"));
        assertEquals(2, count("greengraph.gate.turns", "others"));
        assertEquals(1, count("greengraph.gate.displaced", "others"));
    }

    private List<UniAssertSubscriber<String>> ask(Requester requester, String name, int times) {
        return IntStream.range(0, times)
                .mapToObj(number -> at.ask(Wanted.by(requester), name + number))
                .toList();
    }

    private List<String> sentInAll() {
        at.clock.advance(Duration.ofSeconds(10));
        return at.upstream.made();
    }

    private static void assertRefused(UniAssertSubscriber<String> caller) {
        caller.assertFailed();
        assertInstanceOf(RetryLater.class, caller.getFailure());
    }

    private double count(String name, String requester) {
        return at.meters.find(name).tag("requester", requester).counters().stream()
                .mapToDouble(Counter::count)
                .sum();
    }

    private static Wanted sharedWithOthers() {
        return new Wanted() {
            @Override
            public Requester requester() {
                return GREEDY;
            }

            @Override
            public boolean isSharedWithOthers() {
                return true;
            }
        };
    }
}
