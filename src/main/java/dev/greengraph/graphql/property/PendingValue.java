package dev.greengraph.graphql.property;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniSubscriber;
import io.smallrye.mutiny.subscription.UniSubscription;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The result of a {@link Uni}: the value itself if it is there when it is asked for, else a future of it. */
final class PendingValue implements UniSubscriber<Object> {

    private boolean isThere;
    private @Nullable Object value;
    private @Nullable Throwable failure;
    private @Nullable CompletableFuture<Object> later;

    private PendingValue() {}

    @SuppressWarnings("unchecked") // a value of any type is an object
    static PendingValue subscribe(Uni<?> result) {
        PendingValue pending = new PendingValue();
        ((Uni<Object>) result).subscribe().withSubscriber(pending);
        return pending;
    }

    /** To be called once; fails as the Uni did if it has failed already. */
    synchronized @Nullable Object valueOrFuture() throws Exception {
        if (!isThere) {
            later = new CompletableFuture<>();
            Object future = later;
            return future;
        }
        if (failure != null) {
            throw failure instanceof Exception exception ? exception : new IllegalStateException(failure);
        }
        return value;
    }

    @Override
    public void onSubscribe(UniSubscription subscription) {
        // Nobody cancels: a call that others may share goes on when a caller leaves.
    }

    @Override
    public void onItem(@Nullable Object item) {
        CompletableFuture<Object> waiting = end(item, null);
        if (waiting != null) {
            waiting.complete(item);
        }
    }

    @Override
    public void onFailure(Throwable failed) {
        CompletableFuture<Object> waiting = end(null, failed);
        if (waiting != null) {
            waiting.completeExceptionally(failed);
        }
    }

    private synchronized @Nullable CompletableFuture<Object> end(@Nullable Object item, @Nullable Throwable failed) {
        isThere = true;
        value = item;
        failure = failed;
        return later;
    }
}
