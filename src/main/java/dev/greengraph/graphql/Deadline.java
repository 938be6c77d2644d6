package dev.greengraph.graphql;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * The deadline of one operation. Travels in the engine's context under {@link #KEY}; a timer of the HTTP layer calls
 * {@link #pass()}. An operation that keeps its event loop busy delays that timer; {@link #isOver()} then compares the clock.
 */
public final class Deadline {

    /** Its name in the engine's context. */
    public static final String KEY = Deadline.class.getName();

    private static final Object TOO_LATE = new Object();

    private final CompletableFuture<Object> passed = new CompletableFuture<>();
    private final LongSupplier nanoTime;
    private final long begun;
    private final long most;

    /**
     * Begins now.
     *
     * @param most after this time no further field begins
     * @param nanoTime a monotonic clock
     */
    public Deadline(Duration most, LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.begun = nanoTime.getAsLong();
        this.most = most.toNanos();
    }

    /** Ends the wait: each pending field fails, and later fields are not awaited. Idempotent. */
    public void pass() {
        passed.complete(TOO_LATE);
    }

    /** Whether no further field may begin. */
    boolean isOver() {
        return nanoTime.getAsLong() - begun > most;
    }

    /** The result, or the fallback if the deadline passes first. */
    CompletableFuture<Object> bound(CompletableFuture<Object> result, Supplier<Object> otherwise) {
        return result.applyToEither(passed, first -> first == TOO_LATE ? otherwise.get() : first);
    }
}
