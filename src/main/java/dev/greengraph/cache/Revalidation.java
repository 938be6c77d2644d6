package dev.greengraph.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.greengraph.cache.freshness.AnswerAge.StaleReason;
import dev.greengraph.gate.EndpointGate;
import dev.greengraph.gate.RetryLater;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * Revalidations of stale answers, behind the back of who is served: one a question, each as soon as there is a turn that no
 * caller waits for. Knows why an answer is still stale.
 */
public final class Revalidation {

    /** How long a refresh waits for a turn; who reads the answer later begins another one. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final RequestContext context;
    private final Set<QuestionKey> begun = ConcurrentHashMap.newKeySet();

    /** Why the last refresh of a question brought no answer. Should they be too many, some are forgotten. */
    private final Cache<QuestionKey, StaleReason> missed =
            Caffeine.newBuilder().maximumSize(10_000).executor(Runnable::run).build();

    Revalidation(RequestContext context) {
        this.context = context;
    }

    /** Begins one, unless there is one. */
    <V> void begin(QuestionKey key, EndpointGate gate, Supplier<Uni<V>> refresh) {
        if (begun.add(key)) {
            missed.asMap().remove(key, StaleReason.RATE_LIMITED);
            context.runDetached(() -> start(key, gate, refresh));
        }
    }

    private <V> void start(QuestionKey key, EndpointGate gate, Supplier<Uni<V>> refresh) {
        Executor executor = context.executor();
        gate.idleCapacity()
                .when(PATIENCE, () -> RequestContext.in(executor, refresh))
                .onTermination()
                .invoke(() -> begun.remove(key))
                .subscribe()
                .with(answer -> {}, failure -> missed(key, reason(failure)));
    }

    /**
     * Why the answer to that question is stale.
     *
     * @param isUnderWay whether the upstream is asked
     */
    StaleReason reason(QuestionKey key, boolean isUnderWay) {
        StaleReason because = missed.getIfPresent(key);
        if (because != null) {
            return because;
        }
        return begun.contains(key) && !isUnderWay ? StaleReason.RATE_LIMITED : StaleReason.REVALIDATING;
    }

    /** There is a new answer. */
    void forget(QuestionKey key) {
        missed.invalidate(key);
    }

    /** That there was no turn says nothing new about an upstream that failed before. */
    private void missed(QuestionKey key, StaleReason reason) {
        if (reason == StaleReason.RATE_LIMITED) {
            missed.asMap().putIfAbsent(key, reason);
        } else {
            missed.put(key, reason);
        }
    }

    private static StaleReason reason(Throwable failure) {
        return failure instanceof RetryLater retryLater && retryLater.because() == null
                ? StaleReason.RATE_LIMITED
                : StaleReason.UPSTREAM_FAILED;
    }
}
