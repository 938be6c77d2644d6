package dev.greengraph.cache;

import dev.greengraph.cache.question.Increment;
import dev.greengraph.cache.question.Question;
import dev.greengraph.cache.question.QuestionKey;
import dev.greengraph.cache.shared.SharedAnswers;
import dev.greengraph.cache.shared.SharedCall;
import dev.greengraph.cache.shared.SharedFlight;
import dev.greengraph.cache.shared.Turn;
import dev.greengraph.cache.store.AnswerStore;
import dev.greengraph.cache.store.Held;
import dev.greengraph.cache.store.Slot;
import dev.greengraph.gate.turn.Wanted;
import dev.greengraph.upstream.failure.UpstreamFailure;
import dev.greengraph.upstream.failure.UpstreamFailure.ChatNotFound;
import dev.greengraph.upstream.failure.UpstreamFailure.MessageNotFound;
import dev.greengraph.upstream.failure.UpstreamFailure.MethodNotEnabled;
import dev.greengraph.upstream.failure.UpstreamFailure.StatusesNotEnabled;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executor;

/** Fetches the answer to a question, from another replica or from the upstream, and keeps it for all who ask. */
final class AnswerFetch {

    private final Clock clock;
    private final AnswerStore<QuestionKey> store;
    private final SharedAnswers<QuestionKey> shared;
    private final SharedFlight<QuestionKey> flights;
    private final RequestContext context;

    AnswerFetch(
            Clock clock, AnswerStore<QuestionKey> store, SharedAnswers<QuestionKey> shared, RequestContext context) {
        this.clock = clock;
        this.store = store;
        this.shared = shared;
        this.flights = new SharedFlight<>(shared);
        this.context = context;
    }

    /**
     * The answer of another replica, else of the upstream; none is fetched if another call has ended between the look at the
     * state and the start of this one.
     */
    <V> Uni<Reading<V>> unlessJustAnswered(Question<V> question, Wanted wanted) {
        Slot<V> slot = store.find(question.key());
        Instant now = clock.instant();
        Held<V> answer = slot.answer();
        if (answer != null && !slot.isSuperseded() && question.isFresh(answer, now)) {
            return Uni.createFrom().item(Reading.of(answer, null));
        }
        UpstreamFailure missing = slot.missingAt(now);
        return missing == null ? findOrAsk(question, wanted) : Uni.createFrom().failure(missing);
    }

    /** What the upstream says now, whatever is known. */
    <V> Uni<Reading<V>> anew(Question<V> question, Wanted wanted) {
        return ask(question, wanted, Turn.NONE);
    }

    private <V> Uni<Reading<V>> findOrAsk(Question<V> question, Wanted wanted) {
        if (question.key().endpoint().answersHoldSecrets()) {
            return ask(question, wanted, Turn.NONE);
        }
        return flights.find(
                question.key(),
                question.terms().freshFor(),
                context.executor(),
                found -> question.reread()
                        .apply(found.answer())
                        .map(value -> keep(question, value, found.fetchedAt()))
                        .onFailure(AnswerFetch::isMissing)
                        .invoke(failure -> keepMissing(question, (UpstreamFailure) failure, found.fetchedAt())),
                turn -> ask(question, wanted, turn));
    }

    private <V> Uni<Reading<V>> ask(Question<V> question, Wanted wanted, Turn turn) {
        Executor executor = context.executor();
        SharedCall<QuestionKey> call = new SharedCall<>(sharedBy(question), question.key(), turn);
        Slot<V> slot = store.find(question.key());
        Held<V> last = slot.answer();
        Increment.Part<V> asked = Optional.ofNullable(last)
                .flatMap(held -> question.increment().after(held, clock.instant()))
                .orElseGet(() -> new Increment.Part<>(question.window(), question.call()));
        return question.gate()
                .ask(
                        wanted,
                        question.patience(),
                        asked.window(),
                        listener ->
                                RequestContext.in(executor, () -> asked.call().send(call.listener(listener))))
                .map(value -> {
                    Instant now = clock.instant();
                    call.answered(now, question.staleFor(value));
                    return keep(question, value, now);
                })
                .onFailure()
                .invoke(failure -> {
                    Instant now = clock.instant();
                    call.failed(failure, now, question.terms().notFoundFor());
                    if (isMissing(failure)) {
                        keepMissing(question, (UpstreamFailure) failure, now);
                    }
                });
    }

    /** Bodies are shared as they come: a body with secrets in it stays here. */
    private SharedAnswers<QuestionKey> sharedBy(Question<?> question) {
        return question.key().endpoint().answersHoldSecrets() ? SharedAnswers.none() : shared;
    }

    private <V> Reading<V> keep(Question<V> question, V value, Instant fetchedAt) {
        Held<V> answer = new Held<>(value, fetchedAt, question.bytes().applyAsInt(value));
        store.keep(question.key(), answer);
        return Reading.of(answer, null);
    }

    /** Whether the upstream said that there is no such thing, and would say so again. */
    private static boolean isMissing(Throwable failure) {
        return failure instanceof ChatNotFound
                || failure instanceof MessageNotFound
                || failure instanceof StatusesNotEnabled
                || failure instanceof MethodNotEnabled;
    }

    private void keepMissing(Question<?> question, UpstreamFailure failure, Instant fetchedAt) {
        Instant until = fetchedAt.plus(question.terms().notFoundFor());
        store.change(question.key(), slot -> slot.missing(failure, until));
    }
}
