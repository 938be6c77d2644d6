package dev.greengraph.observe;

import io.micrometer.core.instrument.Counter;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Records what happens at one upstream method of one account. Its meters are registered together at the first event, so
 * that an unused account costs nothing; later events look nothing up.
 */
public final class EndpointMetrics {

    private final EndpointMeters.Maker maker;
    private volatile @Nullable EndpointMeters meters;

    EndpointMetrics(EndpointMeters.Maker maker) {
        this.maker = maker;
    }

    /** A call to the upstream has ended. */
    public void called(CallOutcome outcome, Duration took) {
        EndpointMeters recorded = meters();
        count(recorded.calls(), outcome);
        recorded.callTime().record(took);
    }

    /** A call got its turn after that wait, which may be zero. */
    public void waited(Duration wait) {
        meters().budgetWait().record(wait);
    }

    /**
     * An answer was served from memory.
     *
     * @param freshness fresh or stale
     * @param age since the upstream answered
     */
    public void served(ReadFreshness freshness, Duration age) {
        EndpointMeters recorded = meters();
        count(recorded.reads(), freshness);
        recorded.age().record(age);
    }

    /** Nothing that may be served was in memory. */
    public void missed() {
        count(meters().reads(), ReadFreshness.ABSENT);
    }

    /** A question joined a call that was under way. */
    public void shared() {
        meters().shared().increment();
    }

    /** The upstream was not asked; all callers who share the question are told to come back later. */
    public void refused(RefusalReason reason) {
        count(meters().refusals(), reason);
    }

    /**
     * A call got its turn.
     *
     * @param requester whom it is for: a name of the settings, never what a caller sent
     */
    public void turnGiven(String requester) {
        meters().turns().computeIfAbsent(requester, maker::turns).increment();
    }

    /**
     * A call lost its place in the queue to another.
     *
     * @param requester whom it was for: a name of the settings, never what a caller sent
     */
    public void displaced(String requester) {
        meters().displaced().computeIfAbsent(requester, maker::displaced).increment();
    }

    private static <K> void count(Map<K, Counter> counters, K what) {
        Objects.requireNonNull(counters.get(what)).increment();
    }

    /** Two who come first at once make the same meters: the registry knows each only once. */
    private EndpointMeters meters() {
        EndpointMeters known = meters;
        if (known == null) {
            known = maker.make();
            meters = known;
        }
        return known;
    }
}
