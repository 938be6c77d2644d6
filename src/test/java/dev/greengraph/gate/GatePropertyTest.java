package dev.greengraph.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.greengraph.gate.turn.Wanted;
import dev.greengraph.upstream.failure.Failures;
import dev.greengraph.upstream.failure.UpstreamFailure;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
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

/** Invariants of a gate for any schedule of callers and upstream. */
class GatePropertyTest {

    /** What the upstream does with a call. */
    enum End {
        ANSWERS,
        IS_DOWN,
        LIMITS_THE_RATE,
        HAS_NO_QUOTA,
        REFUSES_THE_TOKEN
    }

    /**
     * A caller.
     *
     * @param after how long after the one before
     * @param patience how long it waits for its slot
     * @param latency how long the upstream takes
     * @param end what it does then
     */
    record Caller(Duration after, Duration patience, Duration latency, End end) {}

    @Property(tries = 1_000)
    void keepsItsInvariants(@ForAll("schedules") List<Caller> schedule) {
        Run run = new Run();
        List<UniAssertSubscriber<String>> callers = new ArrayList<>();
        for (Caller caller : schedule) {
            run.at.clock.advance(caller.after());
            callers.add(PendingCalls.caller(run.ask(caller)));
        }

        run.at.clock.advance(Duration.ofHours(1));

        assertEquals(List.of(), run.broken);
        assertEquals(0, run.at.gate.state().waiting());
        assertEquals(1, run.at.gate.state().available());
        callers.forEach(UniAssertSubscriber::assertTerminated);
    }

    @Property(tries = 300)
    void askingForTheStateChangesNoLaterAnswer(@ForAll("schedules") List<Caller> schedule) {
        assertEquals(outcome(schedule, 0), outcome(schedule, 3));
    }

    /** When each call was sent and how each caller ended, with the state read so many times around each step. */
    private static List<String> outcome(List<Caller> schedule, int looks) {
        Run run = new Run();
        List<UniAssertSubscriber<String>> callers = new ArrayList<>();
        for (Caller caller : schedule) {
            run.look(looks);
            run.at.clock.advance(caller.after());
            run.look(looks);
            callers.add(PendingCalls.caller(run.ask(caller)));
        }
        for (int second = 0; second < 60; second++) {
            run.look(looks);
            run.at.clock.advance(Duration.ofSeconds(1));
        }
        run.at.clock.advance(Duration.ofHours(1));
        List<String> outcome = new ArrayList<>(run.sent);
        callers.forEach(caller -> outcome.add(String.valueOf(caller.getFailure())));
        return outcome;
    }

    /** One schedule, seen from the side of the upstream. */
    private static final class Run {

        final GateFixture at = new GateFixture();
        final List<String> broken = new ArrayList<>();
        final List<String> sent = new ArrayList<>();
        private Instant lastSent = Instant.MIN;
        private Instant closedUntil = Instant.MIN;
        private int downInARow;
        private int underWay;

        void look(int times) {
            for (int i = 0; i < times; i++) {
                at.gate.state();
                at.gate.nextIn();
                at.gate.isIdle();
                at.gate.retryLater();
            }
        }

        Uni<String> ask(Caller caller) {
            Instant deadline = at.clock.instant().plus(caller.patience());
            return at.gate.ask(Wanted.BY_NONE, caller.patience(), "window", call -> {
                call.sent();
                watch(deadline);
                return at.delay.of(caller.latency()).chain(() -> end(caller.end()));
            });
        }

        private void watch(Instant deadline) {
            Instant now = at.clock.instant();
            require(!now.isAfter(deadline), "sent after its deadline");
            require(lastSent.isBefore(now.minus(GateFixture.SPACING).plusNanos(1)), "sent too close");
            require(!now.isBefore(closedUntil), "sent into a cooldown");
            require(downInARow < 5 || underWay == 0, "two probes at once");
            lastSent = now;
            sent.add("sent at " + now);
            underWay++;
        }

        private Uni<String> end(End end) {
            underWay--;
            switch (end) {
                case ANSWERS -> downInARow = 0;
                case IS_DOWN -> downInARow++;
                case LIMITS_THE_RATE -> close(Duration.ofSeconds(1));
                case HAS_NO_QUOTA -> close(Duration.ofMinutes(10));
                case REFUSES_THE_TOKEN -> close(Duration.ofSeconds(30));
            }
            if (end == End.IS_DOWN && downInARow >= 5) {
                close(Duration.ofSeconds(3));
            }
            return end == End.ANSWERS
                    ? Uni.createFrom().item("answer")
                    : Uni.createFrom().failure(failure(end));
        }

        private void close(Duration time) {
            Instant end = at.clock.instant().plus(time);
            closedUntil = end.isAfter(closedUntil) ? end : closedUntil;
        }

        private void require(boolean kept, String otherwise) {
            if (!kept) {
                broken.add(otherwise + " at " + at.clock.instant());
            }
        }

        private static UpstreamFailure failure(End end) {
            return switch (end) {
                case LIMITS_THE_RATE -> Failures.rateLimited(GateFixture.ENDPOINT);
                case HAS_NO_QUOTA -> Failures.quotaExceeded(GateFixture.ENDPOINT);
                case REFUSES_THE_TOKEN -> Failures.unauthorized(GateFixture.ENDPOINT);
                default -> Failures.unavailable(GateFixture.ENDPOINT);
            };
        }
    }

    /** Mostly an upstream that is down or works: the other ends keep callers away for long. */
    @Provide
    Arbitrary<List<Caller>> schedules() {
        Arbitrary<End> end = Arbitraries.frequency(
                Tuple.of(8, End.ANSWERS),
                Tuple.of(20, End.IS_DOWN),
                Tuple.of(4, End.LIMITS_THE_RATE),
                Tuple.of(1, End.HAS_NO_QUOTA),
                Tuple.of(1, End.REFUSES_THE_TOKEN));
        return Combinators.combine(upTo(2_000), upTo(6_000), upTo(5_000), end)
                .as(Caller::new)
                .list()
                .ofMaxSize(60);
    }

    private static Arbitrary<Duration> upTo(int millis) {
        return Arbitraries.integers().between(0, millis).map(Duration::ofMillis);
    }
}
