package dev.greengraph.cache;

import dev.greengraph.cache.question.QuestionKey;
import dev.greengraph.gate.turn.Requester;
import dev.greengraph.gate.turn.Wanted;
import io.smallrye.mutiny.Uni;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Lets concurrent callers of one question share one call. A caller that cancels does not cancel the call; a failure goes
 * to all callers that wait and is then forgotten. The call keeps nothing of the request that started it but its trace ids.
 */
public final class SingleFlight {

    private final ConcurrentMap<QuestionKey, Flight> flights = new ConcurrentHashMap<>();
    private final RequestContext context;
    private final Consumer<QuestionKey> shared;

    /** @param shared called for each caller that joins a flight */
    public SingleFlight(RequestContext context, Consumer<QuestionKey> shared) {
        this.context = context;
        this.shared = shared;
    }

    /** Joins the call that is under way, or starts one, which is told who wants it. */
    @SuppressWarnings("unchecked")
    public <V> Uni<V> join(QuestionKey key, Function<Wanted, Uni<V>> load) {
        return Uni.createFrom()
                .deferred(() -> Uni.createFrom()
                        .completionStage(flight(key, load).answer.copy())
                        .emitOn(context.executor()))
                .map(value -> (V) value);
    }

    /** Whether a call for that question is under way. */
    boolean isFlying(QuestionKey key) {
        return flights.containsKey(key);
    }

    private <V> Flight flight(QuestionKey key, Function<Wanted, Uni<V>> load) {
        Flight mine = new Flight(context.requester());
        Flight first = flights.putIfAbsent(key, mine);
        if (first != null) {
            shared.accept(key);
            first.join(mine.requester);
            return first;
        }
        context.runDetached(() -> start(key, mine, load));
        return mine;
    }

    private <V> void start(QuestionKey key, Flight flight, Function<Wanted, Uni<V>> load) {
        Uni.createFrom()
                .deferred(() -> load.apply(flight))
                .subscribe()
                .with(value -> land(key, flight, value, null), failure -> land(key, flight, null, failure));
    }

    private void land(QuestionKey key, Flight flight, @Nullable Object value, @Nullable Throwable failure) {
        flights.remove(key, flight);
        if (failure == null) {
            flight.answer.complete(value);
        } else {
            flight.answer.completeExceptionally(failure);
        }
    }

    /** One call, and who waits for it. */
    private static final class Flight implements Wanted {

        private final CompletableFuture<Object> answer = new CompletableFuture<>();
        private final Requester requester;
        private volatile boolean isSharedWithOthers;

        private Flight(Requester requester) {
            this.requester = requester;
        }

        private void join(Requester other) {
            if (!other.equals(requester)) {
                isSharedWithOthers = true;
            }
        }

        @Override
        public Requester requester() {
            return requester;
        }

        @Override
        public boolean isSharedWithOthers() {
            return isSharedWithOthers;
        }
    }
}
