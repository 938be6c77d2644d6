package dev.greengraph.cache;

import static dev.greengraph.gate.GateFixture.ENDPOINT;
import static dev.greengraph.gate.GateFixture.JUST;
import static dev.greengraph.gate.GateFixture.PATIENCE;
import static dev.greengraph.gate.GateFixture.SPACING;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.greengraph.gate.CallRecorder;
import dev.greengraph.gate.GateFixture;
import dev.greengraph.gate.PendingCalls;
import dev.greengraph.gate.turn.Wanted;
import dev.greengraph.testsupport.gateway.CapturedLog;
import dev.greengraph.upstream.CallListener;
import dev.greengraph.upstream.failure.Failures;
import dev.greengraph.upstream.failure.UpstreamFailure;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import org.junit.jupiter.api.Test;

/** What happens in cache and gate is recorded, once, where it belongs. */
class CallRecordTest {

    private final CacheFixture at = new CacheFixture();

    @Test
    void readsCountByWhatWasFound() {
        at.hold("q", "answer");
        at.clock.advance(CacheFixture.RULE.freshFor());
        at.read("q");
        at.clock.advance(JUST);
        at.read("q");

        assertEquals(1, counted("greengraph.cache.reads", "freshness", "absent"));
        assertEquals(1, counted("greengraph.cache.reads", "freshness", "fresh"));
        assertEquals(1, counted("greengraph.cache.reads", "freshness", "stale"));
        assertEquals(10, at.meters.get("greengraph.cache.age").timer().totalTime(TimeUnit.SECONDS), 0.01);
    }

    @Test
    void whoJoinsACallShares() {
        at.read("q");
        at.read("q");
        at.read("q");

        assertEquals(2, at.meters.get("greengraph.cache.shared").counter().count());
        assertEquals(3, counted("greengraph.cache.reads", "freshness", "absent"));
    }

    @Test
    void callsCountByHowTheyEnd() {
        Map<UpstreamFailure, String> ends = Map.of(
                Failures.messageNotFound(ENDPOINT), "answered",
                Failures.timedOut(ENDPOINT), "timed_out",
                Failures.unavailable(ENDPOINT), "unavailable",
                Failures.invalid(ENDPOINT), "invalid_response",
                Failures.rateLimited(ENDPOINT), "rate_limited",
                Failures.quotaExceeded(ENDPOINT), "quota_exceeded",
                Failures.unauthorized(ENDPOINT), "unauthorized");
        ends.forEach((failure, outcome) -> {
            double before = counted("greengraph.upstream.calls", "outcome", outcome);
            at.clock.advance(Duration.ofHours(1));

            at.failing(failure);

            assertEquals(before + 1, counted("greengraph.upstream.calls", "outcome", outcome), outcome);
        });
        assertEquals(
                ends.size(), at.meters.get("greengraph.upstream.call").timer().count());
    }

    @Test
    void theWaitForATurnIsTimed() {
        at.ask("first");
        at.ask("second");
        at.clock.advance(SPACING);

        assertEquals(2, at.meters.get("greengraph.budget.wait").timer().count());
        assertEquals(1.05, at.meters.get("greengraph.budget.wait").timer().totalTime(TimeUnit.SECONDS), 0.001);
    }

    @Test
    void refusalsCountByTheirReason() {
        at.ask("first");
        at.ask("second", SPACING.minus(JUST));
        assertEquals(1, counted("greengraph.gate.refusals", "reason", "no_turn"));
        at.clock.advance(SPACING);

        at.upstream.fail(Failures.quotaExceeded(ENDPOINT));
        at.ask("third");

        assertEquals(1, counted("greengraph.gate.refusals", "reason", "quota_exceeded"));
    }

    @Test
    void aRefusalInAPauseCountsOnce() {
        at.failing(Failures.rateLimited(ENDPOINT));

        at.ask("too early", JUST);

        assertEquals(1, counted("greengraph.gate.refusals", "reason", "rate_limited"));
    }

    @Test
    void aSecondTryWithoutATurnIsNoRefusalAndNoPromise() {
        at.ask("first", SPACING.minus(JUST));
        at.upstream.fail(Failures.connectionLost(ENDPOINT));

        assertEquals(0, counted("greengraph.gate.refusals", "reason", "no_turn"));
        GateFixture.assertRefused(at.ask("second", Duration.ZERO), SPACING, null);
        assertEquals(1, counted("greengraph.gate.refusals", "reason", "no_turn"));
    }

    @Test
    void whoIsRefusedBecauseTheCallBeforeLeftLateCounts() {
        CompletableFuture<CallListener> connecting = new CompletableFuture<>();
        PendingCalls.caller(at.gate.ask(Wanted.BY_NONE, PATIENCE, "window", watch -> {
            connecting.complete(watch);
            return Uni.createFrom().nothing();
        }));
        at.ask("second", SPACING);
        at.clock.advance(SPACING.minus(JUST));

        connecting.join().sent();
        at.clock.advance(JUST);

        assertEquals(1, counted("greengraph.gate.refusals", "reason", "no_turn"));
    }

    @Test
    void aRefreshWithoutATurnIsNoRefusalOfACaller() {
        at.hold("q", "answer");
        at.clock.advance(CacheFixture.RULE.freshFor().plus(JUST));
        at.ask("other");

        at.read("q");

        assertEquals(0, counted("greengraph.gate.refusals", "reason", "no_turn"));
    }

    @Test
    void aCallIsALineAtDebugThatNamesNobody() {
        try (CapturedLog log = new CapturedLog(CallRecorder.class.getName())) {
            at.ask("70000001001@c.us", PATIENCE);
            at.clock.advance(JUST);
            at.upstream.answer("answer");

            String line = log.text(Level.ALL);
            assertTrue(
                    line.contains(
                            "account=mine endpoint=getChatHistory window=window waitMs=0 tookMs=1 outcome=ANSWERED"),
                    line);
            assertFalse(line.contains("70000001001"), line);
        }
    }

    @Test
    void nothingIsTaggedBeyondAccountEndpointAndAFixedWord() {
        at.hold("q", "answer");

        List<String> tags = at.meters.getMeters().stream()
                .map(Meter::getId)
                .flatMap(id -> id.getTags().stream())
                .map(tag -> tag.getKey())
                .distinct()
                .sorted()
                .toList();
        assertEquals(List.of("account", "endpoint", "freshness", "le", "outcome", "reason", "requester"), tags);
    }

    private double counted(String name, String tag, String value) {
        Counter counter = at.meters.find(name).tag(tag, value).counter();
        return counter == null ? 0 : counter.count();
    }
}
