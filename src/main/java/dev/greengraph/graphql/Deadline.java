package dev.greengraph.graphql;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * The end of the time that one operation may take. Travels in the engine's context under {@link #KEY}; who starts the
 * operation decides when it passes.
 */
public final class Deadline {

    /** Its name in the engine's context. */
    public static final String KEY = Deadline.class.getName();

    private static final Object TOO_LATE = new Object();

    private final CompletableFuture<Object> passed = new CompletableFuture<>();

    /** Time is over: what is still waited for becomes a failure of its field, what comes later is not waited for. */
    public void pass() {
        passed.complete(TOO_LATE);
    }

    /** What comes first: the result, or the end of time and with it something else. */
    CompletableFuture<Object> bound(CompletableFuture<Object> result, Supplier<Object> otherwise) {
        return result.applyToEither(passed, first -> first == TOO_LATE ? otherwise.get() : first);
    }
}
