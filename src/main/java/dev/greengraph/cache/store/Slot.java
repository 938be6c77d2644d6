package dev.greengraph.cache.store;

import dev.greengraph.cache.freshness.StaleCause;
import dev.greengraph.upstream.failure.UpstreamFailure;
import java.time.Instant;
import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * All that is kept about one question.
 *
 * @param answer the latest answer that is held here, however old; absent if there was none
 * @param missing that the upstream has no such thing, believed for a short time; absent if it did not say so
 * @param lastRevalidation why the last attempt to replace the answer brought none; absent if there was no such attempt
 * @param isSuperseded whether another replica has a newer answer, so that this one is only for want of that
 */
public record Slot<V>(
        @Nullable Held<V> answer,
        @Nullable Missing missing,
        @Nullable StaleCause lastRevalidation,
        boolean isSuperseded) {

    private static final Slot<?> EMPTY = new Slot<>(null, null, null, false);

    /**
     * A negative entry.
     *
     * @param failure what the upstream said
     * @param until how long that is believed
     */
    public record Missing(UpstreamFailure failure, Instant until) {}

    /** Nothing is kept. */
    @SuppressWarnings("unchecked")
    public static <V> Slot<V> empty() {
        return (Slot<V>) EMPTY;
    }

    /** Holds a new answer, which ends what was said before. */
    public static <V> Slot<V> of(Held<V> answer) {
        return new Slot<>(answer, null, null, false);
    }

    /** What the upstream said it does not have, if that is still believed; else absent. */
    public @Nullable UpstreamFailure missingAt(Instant now) {
        return missing == null || now.isAfter(missing.until()) ? null : missing.failure();
    }

    /** The last moment at which a negative entry is still believed; {@link Instant#MAX} if none is believed now. */
    public Instant missingUntil(Instant now) {
        return missing == null || now.isAfter(missing.until()) ? Instant.MAX : missing.until();
    }

    /** The same with a negative entry, which takes the place of an answer that was superseded. */
    public Slot<V> missing(UpstreamFailure failure, Instant until) {
        return new Slot<>(isSuperseded ? null : answer, new Missing(failure, until), lastRevalidation, false);
    }

    /** The same answer, for want of a newer one that another replica has. */
    Slot<V> superseded() {
        return new Slot<>(answer, null, lastRevalidation, true);
    }

    /** The same with the end of the last attempt to replace the answer; without a cause that attempt is forgotten. */
    public Slot<V> revalidated(@Nullable StaleCause cause) {
        return new Slot<>(answer, missing, cause, isSuperseded);
    }

    /**
     * The same with another value in the answer, which stays as old as it is.
     *
     * @param since an answer from before that is left as it is
     * @param bytes estimates its size in memory
     */
    public Slot<V> changed(Instant since, UnaryOperator<V> change, ToIntFunction<V> bytes) {
        if (answer == null || answer.fetchedAt().isBefore(since)) {
            return this;
        }
        V changed = change.apply(answer.value());
        return changed == answer.value()
                ? this
                : new Slot<>(
                        new Held<>(changed, answer.fetchedAt(), bytes.applyAsInt(changed)),
                        missing,
                        lastRevalidation,
                        isSuperseded);
    }

    int bytes() {
        return answer == null ? 0 : answer.bytes();
    }
}
