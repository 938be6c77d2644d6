package dev.greengraph.journal;

import dev.greengraph.journal.Freshness.StaleReason;
import dev.greengraph.journal.store.AnswerStore;
import dev.greengraph.journal.store.Held;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;

/**
 * Decides whether a question goes to the upstream: a fresh answer is served, a stale one is served and refreshed once in
 * the background, without one the caller waits for a call that all who ask the same share.
 */
final class Asker {

    private final Clock clock;
    private final AnswerStore<JournalKey> store;
    private final Duration patience;
    private final SingleFlight flights = new SingleFlight();
    private final ConcurrentMap<JournalKey, StaleReason> refreshFailures = new ConcurrentHashMap<>();

    Asker(Clock clock, AnswerStore<JournalKey> store, Duration patience) {
        this.clock = clock;
        this.store = store;
        this.patience = patience;
    }

    /**
     * One question: how to ask it and how long its answer may be believed.
     *
     * @param key the question
     * @param rule how long an answer is believed
     * @param gate the way to the upstream
     * @param call sends it
     * @param bytes estimates the answer's size in memory
     */
    record Question<V>(
            JournalKey key,
            Function<V, FreshnessRule> rule,
            EndpointGate gate,
            Supplier<Uni<V>> call,
            ToIntFunction<V> bytes) {

        private boolean isFresh(Held<V> held, Instant now) {
            return rule.apply(held.value()).isFresh(held.fetchedAt(), now);
        }

        private boolean isServable(Held<V> held, Instant now) {
            return rule.apply(held.value()).isServable(held.fetchedAt(), now);
        }
    }

    /** What is known and fresh. */
    <V> Optional<Reading<V>> fresh(Question<V> question) {
        return held(question)
                .filter(held -> question.isFresh(held, clock.instant()))
                .map(held -> new Reading<>(held.value(), new Freshness(held.fetchedAt(), null)));
    }

    /** What is known and may still be served; if it is stale, a refresh begins in the background. */
    <V> Optional<Reading<V>> known(Question<V> question) {
        return fresh(question)
                .or(() -> held(question)
                        .filter(held -> question.isServable(held, clock.instant()))
                        .map(held -> new Reading<>(held.value(), new Freshness(held.fetchedAt(), refresh(question)))));
    }

    /** Whether an answer is on its way. */
    boolean isUnderWay(Question<?> question) {
        return flights.isFlying(question.key());
    }

    /** What is known, else what the upstream says. */
    <V> Uni<Reading<V>> read(Question<V> question) {
        return known(question)
                .map(reading -> Uni.createFrom().item(reading))
                .orElseGet(() -> flights.join(question.key(), () -> askUnlessJustAnswered(question)));
    }

    /** A call may have ended between the look at the store and the start of this one. */
    private <V> Uni<Reading<V>> askUnlessJustAnswered(Question<V> question) {
        return fresh(question).map(reading -> Uni.createFrom().item(reading)).orElseGet(() -> ask(question, patience));
    }

    private <V> StaleReason refresh(Question<V> question) {
        if (flights.isFlying(question.key())) {
            return refreshFailures.getOrDefault(question.key(), StaleReason.REVALIDATING);
        }
        flights.join(question.key(), () -> ask(question, Duration.ZERO))
                .subscribe()
                .with(
                        answer -> refreshFailures.remove(question.key()),
                        failure -> refreshFailures.put(question.key(), reason(failure)));
        return refreshFailures.getOrDefault(question.key(), StaleReason.REVALIDATING);
    }

    private static StaleReason reason(Throwable failure) {
        return failure instanceof NotNow notNow && notNow.because() == null
                ? StaleReason.RATE_LIMITED
                : StaleReason.UPSTREAM_FAILED;
    }

    private <V> Uni<Reading<V>> ask(Question<V> question, Duration patience) {
        return question.gate().ask(patience, question.call()).map(value -> keep(question, value));
    }

    private <V> Reading<V> keep(Question<V> question, V value) {
        Instant now = clock.instant();
        store.keep(question.key(), new Held<>(value, now, question.bytes().applyAsInt(value)));
        return new Reading<>(value, new Freshness(now, null));
    }

    private <V> Optional<Held<V>> held(Question<V> question) {
        return store.find(question.key());
    }
}
