package dev.greengraph.cache;

import dev.greengraph.cache.freshness.FreshnessDemand;
import dev.greengraph.cache.freshness.FreshnessRule;
import dev.greengraph.cache.store.Held;
import dev.greengraph.gate.EndpointGate;
import dev.greengraph.gate.UpstreamCall;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/**
 * One question to the upstream: how to ask it and how long its answer may be believed.
 *
 * @param key names it
 * @param window how much is asked for, as logged, such as {@code minutes=60}; never ids
 * @param terms how long answers are believed and callers wait
 * @param gate the way to the upstream
 * @param call sends it
 * @param bytes estimates the answer's size in memory
 */
public record Question<V>(
        QuestionKey key,
        String window,
        Terms<V> terms,
        EndpointGate gate,
        UpstreamCall<V> call,
        ToIntFunction<V> bytes) {

    /**
     * What is agreed for one kind of question.
     *
     * @param rule how long an answer is believed
     * @param notFoundFor how long it is believed that there is no such chat
     * @param patience how long a caller waits for its turn
     * @param demand what this caller wants
     */
    record Terms<V>(Function<V, FreshnessRule> rule, Duration notFoundFor, Duration patience, FreshnessDemand demand) {}

    /** The same question, whose answer is believed by another rule. */
    Question<V> believed(FreshnessRule rule) {
        return new Question<>(
                key,
                window,
                new Terms<>(answer -> rule, terms.notFoundFor(), terms.patience(), terms.demand()),
                gate,
                call,
                bytes);
    }

    /** The same question, whose calls are counted. */
    Question<V> counted(CallTally tally) {
        return new Question<>(
                key,
                window,
                terms,
                gate,
                watch -> {
                    tally.called();
                    return call.send(watch);
                },
                bytes);
    }

    FreshnessDemand demand() {
        return terms.demand();
    }

    Duration patience() {
        return terms.patience();
    }

    boolean isFresh(Held<V> held, Instant now) {
        return terms.rule().apply(held.value()).isFresh(held.fetchedAt(), now);
    }

    Instant unchangedUntil(Held<V> held, Instant now) {
        return terms.rule().apply(held.value()).unchangedUntil(held.fetchedAt(), now);
    }

    boolean isServable(Held<V> held, Instant now) {
        return terms.rule().apply(held.value()).isServable(held.fetchedAt(), now);
    }
}
