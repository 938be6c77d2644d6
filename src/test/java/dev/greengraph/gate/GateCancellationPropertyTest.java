package dev.greengraph.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.greengraph.gate.turn.Wanted;
import dev.greengraph.upstream.failure.Failures;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Cancelled callers leave no ticket and no slot behind. */
class GateCancellationPropertyTest {

    private static final Duration FOR_EVER = Duration.ofDays(1);

    /**
     * A caller that waits.
     *
     * @param after how long after the one before
     * @param leavesAfter when it cancels; never if longer than any test
     * @param connecting how long its call takes to be sent
     * @param latency how long the upstream takes from there
     * @param isDown whether the upstream fails then
     */
    record Caller(Duration after, Duration leavesAfter, Duration connecting, Duration latency, boolean isDown) {}

    @Property(tries = 1_000)
    void remainingCallersAreServedInOrderHoweverManyCancel(@ForAll("schedules") List<Caller> schedule) {
        GateFixture at = new GateFixture();
        List<Integer> sent = new ArrayList<>();
        List<UniAssertSubscriber<String>> callers = new ArrayList<>();
        for (Caller caller : schedule) {
            at.clock.advance(caller.after());
            callers.add(PendingCalls.caller(ask(at, caller, callers.size(), sent)));
            leaveInTime(at, caller, callers.get(callers.size() - 1));
        }

        at.clock.advance(Duration.ofHours(2));

        assertEquals(sent.stream().sorted().toList(), sent);
        for (int number = 0; number < schedule.size(); number++) {
            if (schedule.get(number).leavesAfter().equals(FOR_EVER)) {
                assertTrue(sent.contains(number), "not served: " + number);
                callers.get(number).assertTerminated();
            }
        }
        assertEquals(0, at.gate.state().waiting());
        assertEquals(1, at.gate.state().available());
        at.ask("last", Duration.ZERO);
        assertEquals(List.of("last"), at.upstream.made());
    }

    private static Uni<String> ask(GateFixture at, Caller caller, int number, List<Integer> sent) {
        return at.gate.ask(Wanted.BY_NONE, FOR_EVER, "window", watch -> {
            sent.add(number);
            return at.delay
                    .of(caller.connecting())
                    .invoke(watch::sent)
                    .chain(() -> at.delay.of(caller.latency()))
                    .chain(() -> caller.isDown()
                            ? Uni.createFrom().failure(Failures.unavailable(GateFixture.ENDPOINT))
                            : Uni.createFrom().item("answer"));
        });
    }

    private static void leaveInTime(GateFixture at, Caller caller, UniAssertSubscriber<String> subscriber) {
        at.delay.of(caller.leavesAfter()).subscribe().with(now -> subscriber.cancel());
    }

    /** Often down, so that the breaker opens and callers queue behind a probe; half of them cancel. */
    @Provide
    Arbitrary<List<Caller>> schedules() {
        Arbitrary<Duration> leaves =
                Arbitraries.frequencyOf(Tuple.of(1, upTo(8_000)), Tuple.of(1, Arbitraries.just(FOR_EVER)));
        Arbitrary<Boolean> isDown = Arbitraries.frequency(Tuple.of(3, true), Tuple.of(1, false));
        return Combinators.combine(upTo(1_500), leaves, upTo(500), upTo(5_000), isDown)
                .as(Caller::new)
                .list()
                .ofMaxSize(40);
    }

    private static Arbitrary<Duration> upTo(int millis) {
        return Arbitraries.integers().between(0, millis).map(Duration::ofMillis);
    }
}
