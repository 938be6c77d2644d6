package dev.greengraph.cache;

import dev.greengraph.cache.freshness.Warmth;
import dev.greengraph.upstream.failure.UpstreamFailure;
import java.util.Optional;

/**
 * The state of one question at one moment. Looking at it starts nothing and changes nothing.
 *
 * <pre>
 *   Absent ──answer──▶ Fresh ──fresh-for──▶ Stale ──stale-for──▶ Expired
 *     │                  ▲                    │                     │
 *     │                  └───────answer───────┴──────answer─────────┘
 *     └──"does not exist"──▶ KnownMissing ──not-found-for──▶ Absent
 * </pre>
 *
 * <p>An answer that is fresh or stale becomes Superseded when another replica tells of a newer one, until that is read.
 *
 * <p>In each state a flight for the question may be under way.
 */
sealed interface QuestionState<V> {

    /** Whether the upstream is being asked. */
    boolean isInFlight();

    /** The answer, if it may be served without asking again. */
    default Optional<Reading<V>> fresh() {
        return Optional.empty();
    }

    /** The answer, if it may be served, fresh or stale. */
    default Optional<Reading<V>> servable() {
        return fresh();
    }

    /** What a read would find; what is known not to exist needs no call either. */
    default Warmth warmth() {
        if (this instanceof KnownMissing || fresh().isPresent()) {
            return Warmth.FRESH;
        }
        return servable().isPresent() ? Warmth.STALE : Warmth.ABSENT;
    }

    /** Nothing is known. */
    record Absent<V>(boolean isInFlight) implements QuestionState<V> {}

    /** The answer is served without asking again. */
    record Fresh<V>(Reading<V> reading, boolean isInFlight) implements QuestionState<V> {
        @Override
        public Optional<Reading<V>> fresh() {
            return Optional.of(reading);
        }
    }

    /** The answer is served while it is revalidated, or if it cannot be. */
    record Stale<V>(Reading<V> reading, boolean isInFlight) implements QuestionState<V> {
        @Override
        public Optional<Reading<V>> servable() {
            return Optional.of(reading);
        }
    }

    /** Another replica has a newer answer; this one is served only if that cannot be had. */
    record Superseded<V>(Reading<V> reading, boolean isInFlight) implements QuestionState<V> {
        @Override
        public Optional<Reading<V>> servable() {
            return Optional.of(reading);
        }
    }

    /** The answer is too old to be served. */
    record Expired<V>(boolean isInFlight) implements QuestionState<V> {}

    /** The upstream said that there is no such thing, and that is still believed. */
    record KnownMissing<V>(UpstreamFailure failure, boolean isInFlight) implements QuestionState<V> {}
}
