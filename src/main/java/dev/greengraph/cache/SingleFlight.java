package dev.greengraph.cache;

import dev.greengraph.cache.question.QuestionKey;
import io.smallrye.mutiny.Uni;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Lets concurrent callers of one question share one call. A caller that cancels does not cancel the call; a failure goes
 * to all callers that wait and is then forgotten. The call keeps nothing of the request that started it but its trace ids.
 */
public final class SingleFlight {

    private final ConcurrentMap<QuestionKey, CompletableFuture<Object>> flights = new ConcurrentHashMap<>();
    private final RequestContext context;
    private final Consumer<QuestionKey> shared;

    /** @param shared called for each caller that joins a flight */
    public SingleFlight(RequestContext context, Consumer<QuestionKey> shared) {
        this.context = context;
        this.shared = shared;
    }

    /** Joins the call that is under way, or starts one. */
    @SuppressWarnings("unchecked")
    public <V> Uni<V> join(QuestionKey key, Supplier<Uni<V>> load) {
        return Uni.createFrom()
                .deferred(() -> Uni.createFrom()
                        .completionStage(flight(key, load).copy())
                        .emitOn(context.executor()))
                .map(value -> (V) value);
    }

    /** Whether a call for that question is under way. */
    boolean isFlying(QuestionKey key) {
        return flights.containsKey(key);
    }

    private <V> CompletableFuture<Object> flight(QuestionKey key, Supplier<Uni<V>> load) {
        CompletableFuture<Object> mine = new CompletableFuture<>();
        CompletableFuture<Object> first = flights.putIfAbsent(key, mine);
        if (first != null) {
            shared.accept(key);
            return first;
        }
        context.runDetached(() -> start(key, mine, load));
        return mine;
    }

    private <V> void start(QuestionKey key, CompletableFuture<Object> flight, Supplier<Uni<V>> load) {
        Uni.createFrom()
                .deferred(() -> load.get())
                .subscribe()
                .with(value -> land(key, flight, value, null), failure -> land(key, flight, null, failure));
    }

    private void land(
            QuestionKey key, CompletableFuture<Object> flight, @Nullable Object value, @Nullable Throwable failure) {
        flights.remove(key, flight);
        if (failure == null) {
            flight.complete(value);
        } else {
            flight.completeExceptionally(failure);
        }
    }
}
