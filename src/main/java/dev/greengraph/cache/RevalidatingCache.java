package dev.greengraph.cache;

import dev.greengraph.cache.freshness.AnswerAge;
import dev.greengraph.cache.freshness.AnswerAge.StaleReason;
import dev.greengraph.cache.store.AnswerStore;
import dev.greengraph.cache.store.Held;
import dev.greengraph.gate.UpstreamCall;
import dev.greengraph.observe.JournalMetrics;
import dev.greengraph.observe.ReadFreshness;
import dev.greengraph.upstream.failure.UpstreamFailure;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Decides whether a question goes to the upstream: a fresh answer is served, a stale one is served and refreshed once in
 * the background, without one the caller waits for a call that all who ask the same share.
 */
public final class RevalidatingCache {

    private final Clock clock;
    private final AnswerStore<QuestionKey> store;
    private final RequestContext context;
    private final SingleFlight flights;
    private final Revalidation refreshes;
    private final NegativeCache unknowns;

    public RevalidatingCache(
            Clock clock, AnswerStore<QuestionKey> store, RequestContext context, JournalMetrics metrics) {
        this.clock = clock;
        this.store = store;
        this.context = context;
        this.flights = new SingleFlight(
                context,
                key -> metrics.endpoint(key.account().value(), key.endpoint().method())
                        .shared());
        this.refreshes = new Revalidation(context);
        this.unknowns = new NegativeCache(clock);
    }

    /** What is known and fresh. */
    <V> Optional<Reading<V>> fresh(Question<V> question) {
        return held(question)
                .filter(held -> question.isFresh(held, clock.instant()))
                .map(held -> new Reading<>(held.value(), new AnswerAge(held.fetchedAt(), null)));
    }

    /** What is known and may still be served; if it is stale, a refresh begins in the background. */
    public <V> Optional<Reading<V>> known(Question<V> question) {
        return known(question, question);
    }

    /** What is known and may still be served; if it is stale, a refresh of what was asked begins in the background. */
    <V> Optional<Reading<V>> known(Question<V> question, Question<V> asked) {
        return fresh(question).or(() -> servable(question, () -> refresh(asked)));
    }

    /** What is known and may still be served; nothing begins. */
    <V> Optional<Reading<V>> seen(Question<V> question) {
        return fresh(question).or(() -> servable(question, () -> staleBecause(question)));
    }

    private <V> Optional<Reading<V>> servable(Question<V> question, Supplier<StaleReason> reason) {
        return held(question)
                .filter(held -> question.isServable(held, clock.instant()))
                .map(held -> new Reading<>(held.value(), new AnswerAge(held.fetchedAt(), reason.get())));
    }

    /** Whether an answer is on its way. */
    boolean isUnderWay(Question<?> question) {
        return flights.isFlying(question.key());
    }

    /** What is known, else what the upstream says. */
    public <V> Uni<Reading<V>> read(Question<V> question) {
        return known(question).map(reading -> serve(question, reading)).orElseGet(() -> {
            question.gate().metrics().missed();
            return join(question, this::askUnlessJustAnswered);
        });
    }

    /** What the upstream says now. */
    <V> Uni<Reading<V>> readAnew(Question<V> question) {
        return join(question, this::ask);
    }

    /** Answers that question with what is known. */
    <V> Uni<Reading<V>> serve(Question<?> question, Reading<V> reading) {
        ReadFreshness freshness = reading.freshness().isFresh() ? ReadFreshness.FRESH : ReadFreshness.STALE;
        Duration age = Duration.between(reading.freshness().fetchedAt(), clock.instant());
        question.gate().metrics().served(freshness, age);
        context.tally().ifPresent(tally -> tally.asked(question.key()));
        return Uni.createFrom().item(reading);
    }

    /** Who comes first starts the call, and it counts for that request. */
    private <V> Uni<Reading<V>> join(Question<V> question, Function<Question<V>, Uni<Reading<V>>> load) {
        Optional<CallTally> tally = context.tally();
        tally.ifPresent(counted -> counted.asked(question.key()));
        Question<V> asked = tally.map(question::counted).orElse(question);
        return flights.join(question.key(), () -> load.apply(asked));
    }

    /** A call may have ended between the look at the store and the start of this one. */
    private <V> Uni<Reading<V>> askUnlessJustAnswered(Question<V> question) {
        return fresh(question)
                .map(reading -> Uni.createFrom().item(reading))
                .or(() ->
                        unknowns.find(question).map(unknown -> Uni.createFrom().failure(unknown)))
                .orElseGet(() -> ask(question));
    }

    private <V> StaleReason refresh(Question<V> question) {
        if (!isUnderWay(question)) {
            refreshes.begin(
                    question.key(),
                    question.gate(),
                    () -> flights.join(question.key(), () -> askUnlessJustAnswered(question)));
        }
        return staleBecause(question);
    }

    private StaleReason staleBecause(Question<?> question) {
        return refreshes.reason(question.key(), isUnderWay(question));
    }

    private <V> Uni<Reading<V>> ask(Question<V> question) {
        Executor executor = context.executor();
        UpstreamCall<V> call =
                watch -> RequestContext.in(executor, () -> question.call().send(watch));
        return question.gate()
                .ask(question.patience(), question.window(), call)
                .map(value -> keep(question, value))
                .onFailure(UpstreamFailure.class)
                .invoke(failure -> unknowns.keep(question, failure));
    }

    private <V> Reading<V> keep(Question<V> question, V value) {
        Instant now = clock.instant();
        refreshes.forget(question.key());
        store.keep(question.key(), new Held<>(value, now, question.bytes().applyAsInt(value)));
        return new Reading<>(value, new AnswerAge(now, null));
    }

    private <V> Optional<Held<V>> held(Question<V> question) {
        return store.find(question.key());
    }
}
