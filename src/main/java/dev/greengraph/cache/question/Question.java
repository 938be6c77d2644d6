package dev.greengraph.cache.question;

import dev.greengraph.cache.freshness.FreshnessDemand;
import dev.greengraph.cache.freshness.FreshnessRule;
import dev.greengraph.cache.shared.KeptAnswer;
import dev.greengraph.cache.store.Held;
import dev.greengraph.gate.EndpointGate;
import dev.greengraph.gate.UpstreamCall;
import io.smallrye.mutiny.Uni;
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
 * @param reread makes its answer of what another replica was answered
 * @param bytes estimates the answer's size in memory
 * @param increment how the next answer is made of the last one
 */
public record Question<V>(
        QuestionKey key,
        String window,
        Terms<V> terms,
        EndpointGate gate,
        UpstreamCall<V> call,
        Function<KeptAnswer, Uni<V>> reread,
        ToIntFunction<V> bytes,
        Increment<V> increment) {

    /** A question that is always asked whole. */
    public Question(
            QuestionKey key,
            String window,
            Terms<V> terms,
            EndpointGate gate,
            UpstreamCall<V> call,
            Function<KeptAnswer, Uni<V>> reread,
            ToIntFunction<V> bytes) {
        this(key, window, terms, gate, call, reread, bytes, Increment.none());
    }

    /** The same question, whose next answer can be made of the last one. */
    public Question<V> continuedBy(Increment<V> parts) {
        return new Question<>(key, window, terms, gate, call, reread, bytes, parts);
    }

    /**
     * What is agreed for one kind of question.
     *
     * @param rule how long an answer is believed
     * @param freshFor how long one that holds something is served without asking again
     * @param notFoundFor how long it is believed that there is no such chat
     * @param patience how long a caller waits for its turn
     * @param demand what this caller wants
     */
    public record Terms<V>(
            Function<V, FreshnessRule> rule,
            Duration freshFor,
            Duration notFoundFor,
            Duration patience,
            FreshnessDemand demand) {}

    /** The same question, whose answer is believed by another rule. */
    public Question<V> believed(FreshnessRule rule) {
        return believed(answer -> rule, rule.freshFor());
    }

    /** The same question, whose answer is believed by a rule that may be another one at each look. */
    public Question<V> believed(Function<V, FreshnessRule> rule) {
        return believed(rule, terms.freshFor());
    }

    private Question<V> believed(Function<V, FreshnessRule> rule, Duration freshFor) {
        return new Question<>(
                key,
                window,
                new Terms<>(rule, freshFor, terms.notFoundFor(), terms.patience(), terms.demand()),
                gate,
                call,
                reread,
                bytes,
                increment);
    }

    /** The same question, whose calls are counted. */
    public Question<V> counted(CallTally tally) {
        return new Question<>(
                key,
                window,
                terms,
                gate,
                counted(call, tally),
                reread,
                bytes,
                (last, now) -> increment
                        .after(last, now)
                        .map(part -> new Increment.Part<>(part.window(), counted(part.call(), tally))));
    }

    private static <V> UpstreamCall<V> counted(UpstreamCall<V> call, CallTally tally) {
        return watch -> {
            tally.called();
            return call.send(watch);
        };
    }

    /** What its caller wants. */
    public FreshnessDemand demand() {
        return terms.demand();
    }

    /** How long its caller waits for a turn. */
    public Duration patience() {
        return terms.patience();
    }

    /** How long other replicas may use an answer. */
    public Duration staleFor(V value) {
        return terms.rule().apply(value).staleFor();
    }

    /** Whether an answer is served without asking again. */
    public boolean isFresh(Held<V> held, Instant now) {
        return terms.rule().apply(held.value()).isFresh(held.fetchedAt(), now);
    }

    /** The last moment at which an answer is believed as it is now. */
    public Instant unchangedUntil(Held<V> held, Instant now) {
        return terms.rule().apply(held.value()).unchangedUntil(held.fetchedAt(), now);
    }

    /** Whether an answer may be served, fresh or stale. */
    public boolean isServable(Held<V> held, Instant now) {
        return terms.rule().apply(held.value()).isServable(held.fetchedAt(), now);
    }
}
