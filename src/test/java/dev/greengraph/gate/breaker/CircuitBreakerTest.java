package dev.greengraph.gate.breaker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.greengraph.gate.GateFixture;
import dev.greengraph.gate.breaker.CircuitBreaker.State;
import dev.greengraph.testsupport.ManualClock;
import dev.greengraph.upstream.failure.Failures;
import dev.greengraph.upstream.failure.UpstreamFailure;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The states, one by one; {@code GateBreakerTest} has what callers see of them. */
class CircuitBreakerTest {

    private static final Duration OPEN_FOR = Duration.ofSeconds(3);
    private static final UpstreamFailure DOWN = Failures.unavailable(GateFixture.ENDPOINT);

    private final ManualClock clock = new ManualClock();
    private final CircuitBreaker breaker = new CircuitBreaker(2, OPEN_FOR, clock);

    @Test
    void isClosedUntilFailuresInARowReachTheLimit() {
        assertEquals(State.CLOSED, breaker.state());
        breaker.failed(DOWN);
        assertEquals(State.CLOSED, breaker.state());
        assertNull(breaker.because());

        breaker.failed(DOWN);

        assertEquals(State.OPEN, breaker.state());
        assertSame(DOWN, breaker.because());
    }

    @Test
    void anAnswerInBetweenStartsTheCountAnew() {
        breaker.failed(DOWN);
        breaker.answered();
        breaker.failed(DOWN);

        assertEquals(State.CLOSED, breaker.state());
    }

    @Test
    void isHalfOpenExactlyWhenTheOpenTimeEnds() {
        open();

        clock.advance(OPEN_FOR.minusNanos(1));
        assertEquals(State.OPEN, breaker.state());
        clock.advance(Duration.ofNanos(1));

        assertEquals(State.HALF_OPEN, breaker.state());
        assertSame(DOWN, breaker.because());
    }

    @Test
    void aFailedProbeOpensItAgain() {
        open();
        clock.advance(OPEN_FOR);

        breaker.failed(DOWN);

        assertEquals(State.OPEN, breaker.state());
        assertEquals(clock.instant().plus(OPEN_FOR), breaker.openUntil());
    }

    @Test
    void anAnsweredProbeClosesIt() {
        open();
        clock.advance(OPEN_FOR);

        breaker.answered();

        assertEquals(State.CLOSED, breaker.state());
        assertNull(breaker.because());
    }

    @Test
    void aCallFromBeforeThatIsAnsweredClosesItWhenTheOpenTimeEnds() {
        open();

        breaker.answered();

        assertEquals(State.OPEN, breaker.state());
        clock.advance(OPEN_FOR);
        assertEquals(State.CLOSED, breaker.state());
    }

    private void open() {
        breaker.failed(DOWN);
        breaker.failed(DOWN);
    }
}
