package dev.greengraph.cache;

import dev.greengraph.cache.freshness.AnswerAge;
import dev.greengraph.cache.freshness.StaleCause;
import dev.greengraph.cache.store.Held;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the cache holds, with its age.
 *
 * @param value what the upstream said
 * @param freshness how old it is
 */
public record Reading<V>(V value, AnswerAge freshness) {

    /** What is held, as old as it is. */
    static <V> Reading<V> of(Held<V> answer, @Nullable StaleCause cause) {
        return new Reading<>(answer.value(), new AnswerAge(answer.fetchedAt(), cause));
    }

    /** The same, served although it is stale. */
    Reading<V> because(StaleCause cause) {
        return new Reading<>(value, new AnswerAge(freshness.fetchedAt(), cause));
    }

    /** The same age with another value. */
    public <R> Reading<R> map(Function<? super V, ? extends R> change) {
        return new Reading<>(change.apply(value), freshness);
    }

    /** Two readings as one. */
    public Reading<V> merge(Reading<V> other, BinaryOperator<V> join) {
        return new Reading<>(join.apply(value, other.value), freshness.and(other.freshness));
    }
}
