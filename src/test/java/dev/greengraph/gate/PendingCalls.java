package dev.greengraph.gate;

import dev.greengraph.upstream.CallListener;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;

/** Upstream calls that a test completes or fails. */
public final class PendingCalls {

    private record Pending(String what, UniEmitter<? super Object> end) {}

    private final List<String> made = new ArrayList<>();
    private final List<Pending> open = new ArrayList<>();

    /** Subscribes as a caller would. */
    public static <V> UniAssertSubscriber<V> caller(Uni<V> answer) {
        return answer.subscribe().withSubscriber(UniAssertSubscriber.create());
    }

    /** A call that is sent as soon as it is subscribed to. */
    public <V> Uni<V> call(String what, CallListener watch) {
        return this.<V>call(what).onSubscription().invoke(watch::sent);
    }

    /** A call, made when it is subscribed to; it is not sent yet. */
    @SuppressWarnings("unchecked")
    public <V> Uni<V> call(String what) {
        Uni<Object> call = Uni.createFrom().emitter(end -> {
            made.add(what);
            open.add(new Pending(what, end));
        });
        return call.map(value -> (V) value);
    }

    /** All calls, in order. */
    public List<String> made() {
        return List.copyOf(made);
    }

    /** Calls that have not ended, in order. */
    public List<String> open() {
        return open.stream().map(Pending::what).toList();
    }

    /** The oldest open call succeeds. */
    public void answer(Object value) {
        open.remove(0).end().complete(value);
    }

    /** The oldest open call of that name succeeds. */
    public void answer(String what, Object value) {
        take(what).end().complete(value);
    }

    /** The oldest open call of that name fails. */
    public void fail(String what, Throwable failure) {
        take(what).end().fail(failure);
    }

    /** The oldest open call fails. */
    public void fail(Throwable failure) {
        open.remove(0).end().fail(failure);
    }

    private Pending take(String what) {
        Pending pending = open.stream()
                .filter(call -> call.what().equals(what))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException(what + " is not among " + open()));
        open.remove(pending);
        return pending;
    }
}
