package dev.greengraph.cache;

import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a look into the cache led to: a value that is held, or a call that brings it. What is made of a held value is made at
 * once, without the capture of the request's context that each operator of a {@link Uni} costs.
 */
public final class Lookup<V> {

    private final @Nullable V held;
    private final @Nullable Uni<V> call;

    private Lookup(@Nullable V held, @Nullable Uni<V> call) {
        this.held = held;
        this.call = call;
    }

    /** A value that is there. */
    public static <V> Lookup<V> held(@Nullable V value) {
        return new Lookup<>(value, null);
    }

    /** A value that comes, or a failure. */
    public static <V> Lookup<V> called(Uni<V> call) {
        return new Lookup<>(null, call);
    }

    /** What is made of the value. */
    @SuppressWarnings("NullAway") // a held value is null only where a function made it so
    public <R> Lookup<R> map(Function<? super V, ? extends @Nullable R> change) {
        return call == null ? held(change.apply(held)) : called(call.map(change));
    }

    /** What the next look leads to. */
    @SuppressWarnings("NullAway") // as above
    public <R> Lookup<R> chain(Function<? super V, Lookup<R>> next) {
        return call == null
                ? next.apply(held)
                : called(call.chain(value -> next.apply(value).uni()));
    }

    /** What is made of two values; two calls run at the same time. */
    @SuppressWarnings("NullAway") // as above
    public <O, R> Lookup<R> with(Lookup<O> other, BiFunction<? super V, ? super O, R> join) {
        return call == null && other.call == null
                ? held(join.apply(held, other.held))
                : called(Uni.combine().all().unis(uni(), other.uni()).with(join::apply));
    }

    /** The same, unless the call fails and another look leads to something. */
    Lookup<V> recover(Function<Throwable, Optional<Lookup<V>>> otherwise) {
        return call == null
                ? this
                : called(call.onFailure()
                        .recoverWithUni(failure -> otherwise
                                .apply(failure)
                                .map(Lookup::uni)
                                .orElseGet(() -> Uni.createFrom().failure(failure))));
    }

    /** The value for who waits for it. */
    public Uni<V> uni() {
        return call == null ? Uni.createFrom().item(held) : call;
    }
}
