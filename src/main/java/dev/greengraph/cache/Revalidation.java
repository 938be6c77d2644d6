package dev.greengraph.cache;

import dev.greengraph.cache.freshness.StaleCause;
import dev.greengraph.cache.question.QuestionKey;
import dev.greengraph.cache.store.AnswerStore;
import dev.greengraph.gate.EndpointGate;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * Revalidations in the background: at most one per question, each sent when the gate has capacity that no caller waits
 * for. The slot of a question remembers why the last one brought no answer.
 */
final class Revalidation {

    /** How long a revalidation waits for capacity; a later read of the answer starts another one. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final RequestContext context;
    private final AnswerStore<QuestionKey> store;
    private final Set<QuestionKey> started = ConcurrentHashMap.newKeySet();

    Revalidation(RequestContext context, AnswerStore<QuestionKey> store) {
        this.context = context;
        this.store = store;
    }

    /** Starts a revalidation, unless there is one. */
    <V> void start(QuestionKey key, EndpointGate gate, Supplier<Uni<V>> call) {
        if (started.add(key)) {
            store.changeAnswered(
                    key, slot -> StaleCause.NO_BUDGET.equals(slot.lastRevalidation()) ? slot.revalidated(null) : slot);
            context.runDetached(() -> send(key, gate, call));
        }
    }

    private <V> void send(QuestionKey key, EndpointGate gate, Supplier<Uni<V>> call) {
        Executor executor = context.executor();
        gate.idleCapacity()
                .when(PATIENCE, () -> RequestContext.in(executor, call))
                .onTermination()
                .invoke(() -> started.remove(key))
                .subscribe()
                .with(
                        answer -> {},
                        failure -> failed(key, StaleCause.of(failure).orElse(StaleCause.failed(null))));
    }

    /** Whether one was started and has not ended; it may still wait for capacity. */
    boolean isStarted(QuestionKey key) {
        return started.contains(key);
    }

    /** A lack of budget says nothing new about an upstream that failed before. */
    private void failed(QuestionKey key, StaleCause cause) {
        store.changeAnswered(
                key,
                slot -> cause.equals(StaleCause.NO_BUDGET) && slot.lastRevalidation() != null
                        ? slot
                        : slot.revalidated(cause));
    }
}
