package dev.greengraph.graphql;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * The end of the time that one operation may take. Travels in the engine's context under {@link #KEY}; who starts the
 * operation decides when it passes. One that keeps its thread so busy that nobody can say so ends when its time is over
 * all the same.
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
     * @param most after which no further field is begun
     * @param nanoTime a time that only runs forward
     */
    public Deadline(Duration most, LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.begun = nanoTime.getAsLong();
        this.most = most.toNanos();
    }

    /** Time is over: what is still waited for becomes a failure of its field, what comes later is not waited for. */
    public void pass() {
        passed.complete(TOO_LATE);
    }

    /** Whether nothing more is begun. */
    boolean isOver() {
        return nanoTime.getAsLong() - begun > most;
    }

    /** What comes first: the result, or the end of time and with it something else. */
    CompletableFuture<Object> bound(CompletableFuture<Object> result, Supplier<Object> otherwise) {
        return result.applyToEither(passed, first -> first == TOO_LATE ? otherwise.get() : first);
    }
}
