package dev.greengraph.journal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.greengraph.journal.Freshness.StaleReason;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * Refreshes of stale answers, behind the back of who is served: one a question, each as soon as there is a turn that no
 * caller waits for. Knows why an answer is still stale.
 */
final class Refreshes {

    /** How long a refresh waits for a turn; who reads the answer later begins another one. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Surroundings surroundings;
    private final Set<JournalKey> begun = ConcurrentHashMap.newKeySet();

    /** Why the last refresh of a question brought no answer. Should they be too many, some are forgotten. */
    private final Cache<JournalKey, StaleReason> missed =
            Caffeine.newBuilder().maximumSize(10_000).executor(Runnable::run).build();

    Refreshes(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** Begins one, unless there is one. */
    <V> void begin(JournalKey key, EndpointGate gate, Supplier<Uni<V>> refresh) {
        if (begun.add(key)) {
            missed.asMap().remove(key, StaleReason.RATE_LIMITED);
            surroundings.leave(() -> start(key, gate, refresh));
        }
    }

    private <V> void start(JournalKey key, EndpointGate gate, Supplier<Uni<V>> refresh) {
        Executor home = surroundings.home();
        gate.idleTurns()
                .when(PATIENCE, () -> Surroundings.in(home, refresh))
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
    StaleReason reason(JournalKey key, boolean isUnderWay) {
        StaleReason because = missed.getIfPresent(key);
        if (because != null) {
            return because;
        }
        return begun.contains(key) && !isUnderWay ? StaleReason.RATE_LIMITED : StaleReason.REVALIDATING;
    }

    /** There is a new answer. */
    void forget(JournalKey key) {
        missed.invalidate(key);
    }

    /** That there was no turn says nothing new about an upstream that failed before. */
    private void missed(JournalKey key, StaleReason reason) {
        if (reason == StaleReason.RATE_LIMITED) {
            missed.asMap().putIfAbsent(key, reason);
        } else {
            missed.put(key, reason);
        }
    }

    private static StaleReason reason(Throwable failure) {
        return failure instanceof NotNow notNow && notNow.because() == null
                ? StaleReason.RATE_LIMITED
                : StaleReason.UPSTREAM_FAILED;
    }
}
