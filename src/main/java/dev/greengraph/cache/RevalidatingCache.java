package dev.greengraph.cache;

import dev.greengraph.account.AccountId;
import dev.greengraph.cache.freshness.FreshnessDemand.Otherwise;
import dev.greengraph.cache.freshness.NotFreshEnough;
import dev.greengraph.cache.freshness.StaleCause;
import dev.greengraph.cache.question.CallTally;
import dev.greengraph.cache.question.Question;
import dev.greengraph.cache.question.QuestionKey;
import dev.greengraph.cache.shared.SharedAnswers;
import dev.greengraph.cache.store.AnswerStore;
import dev.greengraph.cache.store.Held;
import dev.greengraph.cache.store.Slot;
import dev.greengraph.gate.Delay;
import dev.greengraph.gate.Timing;
import dev.greengraph.gate.turn.Wanted;
import dev.greengraph.observe.ReadFreshness;
import dev.greengraph.observe.UpstreamMetrics;
import dev.greengraph.upstream.UpstreamEndpoint;
import dev.greengraph.upstream.failure.UpstreamFailure;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether a question goes to the upstream (stale-while-revalidate with single flight): a fresh answer is served, a
 * stale one is served and revalidated once in the background, otherwise the caller waits for a call that all callers of the
 * same question share.
 */
public final class RevalidatingCache {

    private final Clock clock;
    private final Delay delay;
    private final AnswerStore<QuestionKey> store;
    private final RequestContext context;
    private final SingleFlight flights;
    private final Revalidation revalidation;
    private final AnswerFetch fetch;

    /** A cache of one process over that store. */
    public RevalidatingCache(
            Timing time, AnswerStore<QuestionKey> store, RequestContext context, UpstreamMetrics metrics) {
        this(time, store, SharedAnswers.none(), context, metrics);
    }

    /** A cache over that store, and behind it over what all replicas share. */
    public RevalidatingCache(
            Timing time,
            AnswerStore<QuestionKey> store,
            SharedAnswers<QuestionKey> shared,
            RequestContext context,
            UpstreamMetrics metrics) {
        this.clock = time.clock();
        this.delay = time.delay();
        this.store = store;
        this.context = context;
        this.flights = new SingleFlight(
                context,
                key -> metrics.endpoint(key.account().value(), key.endpoint().method())
                        .shared());
        this.revalidation = new Revalidation(context, store);
        this.fetch = new AnswerFetch(clock, store, shared, context);
        shared.onNewer(store::supersede);
    }

    /** What is known about that question now. Costs one look-up in the store and starts nothing. */
    <V> QuestionState<V> state(Question<V> question) {
        Slot<V> slot = store.find(question.key());
        Instant now = clock.instant();
        context.reads().ifPresent(reads -> reads.looked(question.key(), slot, unchangedUntil(question, slot, now)));
        boolean isInFlight = flights.isFlying(question.key());
        Held<V> answer = slot.answer();
        if (answer != null && !slot.isSuperseded() && question.isFresh(answer, now)) {
            return new QuestionState.Fresh<>(Reading.of(answer, null), isInFlight);
        }
        if (answer != null && slot.isSuperseded() && question.isServable(answer, now)) {
            return new QuestionState.Superseded<>(Reading.of(answer, StaleCause.REVALIDATING), isInFlight);
        }
        if (answer != null && question.isServable(answer, now)) {
            return new QuestionState.Stale<>(
                    Reading.of(answer, cause(question.key(), slot.lastRevalidation(), isInFlight)), isInFlight);
        }
        UpstreamFailure missing = slot.missingAt(now);
        if (missing != null) {
            return new QuestionState.KnownMissing<>(missing, isInFlight);
        }
        return answer == null ? new QuestionState.Absent<>(isInFlight) : new QuestionState.Expired<>(isInFlight);
    }

    private static <V> Instant unchangedUntil(Question<V> question, Slot<V> slot, Instant now) {
        Held<V> answer = slot.answer();
        Instant ofAnswer = answer == null ? Instant.MAX : question.unchangedUntil(answer, now);
        Instant ofMissing = slot.missingUntil(now);
        return ofMissing.isBefore(ofAnswer) ? ofMissing : ofAnswer;
    }

    /**
     * Serves what a request read once more, if the same request would read the same now. Counts as those reads did, and
     * keeps the answers from being evicted as they did.
     */
    public boolean serveAgain(RepeatableReads reads) {
        Instant now = clock.instant();
        boolean areSame = reads.areSame(store, now);
        if (areSame) {
            reads.countAgain(now);
        }
        return areSame;
    }

    /** Forgets what the upstream said to that endpoint. */
    public void forget(AccountId account, UpstreamEndpoint endpoint) {
        asked(account, endpoint).forEach(store::drop);
    }

    /** From that moment on the same request may ask for something else. */
    public void repeatableUntil(Instant moment) {
        context.reads().ifPresent(reads -> reads.repeatableUntil(moment));
    }

    /** The questions to an endpoint about which something is kept; they may be others at any time. */
    Stream<QuestionKey> asked(AccountId account, UpstreamEndpoint endpoint) {
        readElsewhere();
        return store.keys()
                .filter(key -> key.account().equals(account) && key.endpoint().equals(endpoint));
    }

    /** The request reads something that the cache does not know to be the same the next time. */
    public void readElsewhere() {
        context.reads().ifPresent(ReadLog::unrepeatable);
    }

    /**
     * Changes an answer that was read since that moment; it stays as old as it is.
     *
     * @param bytes estimates its size in memory
     */
    @SuppressWarnings("unchecked") // the key decides the type of the value
    <V> void amend(QuestionKey key, Instant since, UnaryOperator<V> change, ToIntFunction<V> bytes) {
        store.changeAnswered(key, slot -> ((Slot<V>) slot).changed(since, change, bytes));
    }

    /** The answer that is known, revalidated in the background if it is stale; else the upstream's. */
    public <V> Lookup<Reading<V>> read(Question<V> question) {
        QuestionState<V> state = state(question);
        if (state instanceof QuestionState.Fresh<V> fresh) {
            return serve(question, fresh.reading());
        }
        if (state instanceof QuestionState.Superseded<V> superseded) {
            return newerThan(superseded.reading(), question);
        }
        return state instanceof QuestionState.Stale<V> stale ? serveStale(question, stale.reading()) : fetch(question);
    }

    /** The newer answer of another replica, or what the upstream says; the one at hand if neither can be had. */
    <V> Lookup<Reading<V>> newerThan(Reading<V> held, Question<V> question) {
        return fetch(question).recover(failure -> insteadOf(failure, question, held));
    }

    /** Answers that question with a reading of it or of one that covers it. */
    <V> Lookup<Reading<V>> serve(Question<?> question, Reading<V> reading) {
        ReadFreshness freshness = reading.freshness().isFresh() ? ReadFreshness.FRESH : ReadFreshness.STALE;
        Duration age = Duration.between(reading.freshness().fetchedAt(), clock.instant());
        question.gate().metrics().served(freshness, age);
        context.tally().ifPresent(tally -> tally.asked(question.key()));
        context.reads().ifPresent(reads -> reads.served(question, reading));
        return Lookup.held(reading);
    }

    /**
     * Answers that question with a stale reading of it or of one that covers it, and revalidates in the background; a caller
     * who demands a fresher one waits for it.
     */
    <V> Lookup<Reading<V>> serveStale(Question<V> question, Reading<V> stale) {
        if (!question.demand().takesStaleAtOnce()) {
            return newerThan(stale, question);
        }
        QuestionKey key = question.key();
        if (!flights.isFlying(key)) {
            revalidation.start(
                    key,
                    question.gate(),
                    () -> flights.join(key, wanted -> fetch.unlessJustAnswered(question, wanted)));
        }
        StaleCause cause = cause(key, store.find(key).lastRevalidation(), flights.isFlying(key));
        return serve(question, stale.because(cause));
    }

    /** The stale reading, if the caller takes it in place of an answer that did not come; counted as a miss already. */
    private <V> Optional<Lookup<Reading<V>>> insteadOf(Throwable failure, Question<V> question, Reading<V> stale) {
        return question.demand().otherwise() == Otherwise.STALE
                ? StaleCause.of(failure).map(cause -> Lookup.held(stale.because(cause)))
                : Optional.empty();
    }

    /** What the upstream says to a question to which no answer is known. */
    <V> Lookup<Reading<V>> fetch(Question<V> question) {
        question.gate().metrics().missed();
        return join(question, fetch::unlessJustAnswered);
    }

    /** What the upstream says now, whatever is known. */
    <V> Lookup<Reading<V>> readAnew(Question<V> question) {
        return join(question, fetch::anew);
    }

    /** The call counts for the request that starts it. */
    private <V> Lookup<Reading<V>> join(Question<V> question, BiFunction<Question<V>, Wanted, Uni<Reading<V>>> load) {
        readElsewhere();
        Optional<CallTally> tally = context.tally();
        tally.ifPresent(counted -> counted.asked(question.key()));
        Question<V> asked = tally.map(question::counted).orElse(question);
        Instant joinedAt = clock.instant();
        Uni<Reading<V>> call = flights.join(question.key(), wanted -> load.apply(asked, wanted))
                .chain(reading -> isFreshEnough(question, reading, joinedAt)
                        ? Uni.createFrom().item(reading)
                        : flights.join(question.key(), wanted -> load.apply(asked, wanted)));
        return Lookup.called(inTime(question.demand().maxWait(), call));
    }

    /** A flight that was joined may have found an answer of another replica that is fresh for its first caller only. */
    private static <V> boolean isFreshEnough(Question<V> question, Reading<V> reading, Instant joinedAt) {
        Instant fetchedAt = reading.freshness().fetchedAt();
        return !fetchedAt.isBefore(joinedAt) || question.isFresh(new Held<>(reading.value(), fetchedAt, 0), joinedAt);
    }

    /** The same call, for which its caller waits only so long; it goes on for others, and to be held. */
    private <V> Uni<V> inTime(@Nullable Duration maxWait, Uni<V> call) {
        if (maxWait == null) {
            return call;
        }
        Uni<Void> over = maxWait.isZero()
                ? Uni.createFrom().voidItem()
                : delay.of(maxWait).emitOn(context.executor());
        return Uni.combine().any().of(call, over.chain(() -> Uni.createFrom().failure(new NotFreshEnough())));
    }

    /** A revalidation that was started but is not in flight waits for budget. */
    private StaleCause cause(QuestionKey key, @Nullable StaleCause lastRevalidation, boolean isInFlight) {
        StaleCause underWay =
                revalidation.isStarted(key) && !isInFlight ? StaleCause.NO_BUDGET : StaleCause.REVALIDATING;
        return lastRevalidation == null ? underWay : lastRevalidation;
    }
}
