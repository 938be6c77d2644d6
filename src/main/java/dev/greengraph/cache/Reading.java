package dev.greengraph.cache;

import dev.greengraph.cache.freshness.AnswerAge;
import java.util.function.BinaryOperator;
import java.util.function.Function;

/**
 * What the cache holds, with its age.
 *
 * @param value what the upstream said
 * @param freshness how old it is
 */
public record Reading<V>(V value, AnswerAge freshness) {

    /** The same age with another value. */
    public <R> Reading<R> map(Function<? super V, ? extends R> change) {
        return new Reading<>(change.apply(value), freshness);
    }

    /** Two readings as one. */
    public Reading<V> merge(Reading<V> other, BinaryOperator<V> join) {
        return new Reading<>(join.apply(value, other.value), freshness.and(other.freshness));
    }
}
