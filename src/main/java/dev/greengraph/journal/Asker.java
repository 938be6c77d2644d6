package dev.greengraph.journal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.greengraph.journal.Freshness.StaleReason;
import dev.greengraph.journal.store.AnswerStore;
import dev.greengraph.journal.store.Held;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
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
    private final SingleFlight flights;

    /** Why the last refresh of a question brought no answer. Should they be too many, some are forgotten. */
    private final Cache<JournalKey, StaleReason> missedRefreshes =
            Caffeine.newBuilder().maximumSize(10_000).executor(Runnable::run).build();

    Asker(Clock clock, AnswerStore<JournalKey> store, Duration patience, Surroundings surroundings) {
        this.clock = clock;
        this.store = store;
        this.patience = patience;
        this.flights = new SingleFlight(surroundings);
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
        return known(question, question);
    }

    /** What is known and may still be served; if it is stale, a refresh of what was asked begins in the background. */
    <V> Optional<Reading<V>> known(Question<V> question, Question<V> asked) {
        return fresh(question).or(() -> servable(question, () -> refresh(asked)));
    }

    /** What is known and may still be served; nothing begins. */
    <V> Optional<Reading<V>> seen(Question<V> question) {
        return fresh(question).or(() -> servable(question, () -> missed(question.key())));
    }

    private <V> Optional<Reading<V>> servable(Question<V> question, Supplier<StaleReason> reason) {
        return held(question)
                .filter(held -> question.isServable(held, clock.instant()))
                .map(held -> new Reading<>(held.value(), new Freshness(held.fetchedAt(), reason.get())));
    }

    /** Whether an answer is on its way. */
    boolean isUnderWay(Question<?> question) {
        return flights.isFlying(question.key());
    }

    /** What is known, else what the upstream says. */
    <V> Uni<Reading<V>> read(Question<V> question) {
        return known(question)
                .map(reading -> Uni.createFrom().item(reading))
                .orElseGet(() -> flights.join(question.key(), () -> askUnlessJustAnswered(question, patience)));
    }

    /** What the upstream says now. */
    <V> Uni<Reading<V>> readAnew(Question<V> question) {
        return flights.join(question.key(), () -> ask(question, patience));
    }

    /** A call may have ended between the look at the store and the start of this one. */
    private <V> Uni<Reading<V>> askUnlessJustAnswered(Question<V> question, Duration patience) {
        return fresh(question).map(reading -> Uni.createFrom().item(reading)).orElseGet(() -> ask(question, patience));
    }

    private <V> StaleReason refresh(Question<V> question) {
        if (!flights.isFlying(question.key())) {
            missedRefreshes.asMap().remove(question.key(), StaleReason.RATE_LIMITED);
            flights.join(question.key(), () -> refreshUnlessJustAnswered(question))
                    .subscribe()
                    .with(answer -> {}, failure -> {});
        }
        return missed(question.key());
    }

    private StaleReason missed(JournalKey key) {
        return missedRefreshes.asMap().getOrDefault(key, StaleReason.REVALIDATING);
    }

    private <V> Uni<Reading<V>> refreshUnlessJustAnswered(Question<V> question) {
        return askUnlessJustAnswered(question, Duration.ZERO)
                .onFailure()
                .invoke(failure -> missed(question.key(), reason(failure)));
    }

    /** That there was no turn says nothing new about an upstream that failed before. */
    private void missed(JournalKey key, StaleReason reason) {
        if (reason == StaleReason.RATE_LIMITED) {
            missedRefreshes.asMap().putIfAbsent(key, reason);
        } else {
            missedRefreshes.put(key, reason);
        }
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
        missedRefreshes.invalidate(question.key());
        store.keep(question.key(), new Held<>(value, now, question.bytes().applyAsInt(value)));
        return new Reading<>(value, new Freshness(now, null));
    }

    private <V> Optional<Held<V>> held(Question<V> question) {
        return store.find(question.key());
    }
}
