package dev.greengraph.live;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;
import org.jspecify.annotations.Nullable;

/**
 * One subscriber with the changes that wait for it, which are bounded: of more it is told only that it missed them. Until it
 * is known where it goes on, it is told nothing.
 */
final class ChangeSubscription implements Subscription {

    private final Subscriber<? super Change> subscriber;
    private final int buffer;
    private final Runnable onCancel;
    private final Deque<Change> pending = new ArrayDeque<>();
    private int most;
    private @Nullable String missedUpTo;
    private long requested;
    private boolean hasBegun;
    private boolean isDelivering;
    private boolean isCancelled;

    /**
     * A subscriber that has asked for nothing yet.
     *
     * @param buffer changes that wait
     */
    ChangeSubscription(Subscriber<? super Change> subscriber, int buffer, Runnable onCancel) {
        this.subscriber = subscriber;
        this.buffer = buffer;
        this.onCancel = onCancel;
    }

    /**
     * It is told what happens from now on.
     *
     * @param before what happened since it was here last
     */
    synchronized void begin(List<Change> before) {
        if (!isCancelled) {
            most = buffer + before.size();
            pending.addAll(before);
            hasBegun = true;
            deliver();
        }
    }

    synchronized void offer(Change change) {
        if (!hasBegun) {
            return;
        }
        if (missedUpTo != null || pending.size() >= most) {
            pending.clear();
            missedUpTo = change.position();
        } else {
            pending.add(change);
        }
        deliver();
    }

    @Override
    public synchronized void request(long more) {
        requested = Math.addExact(requested, Math.min(more, Long.MAX_VALUE - requested));
        deliver();
    }

    @Override
    public void cancel() {
        synchronized (this) {
            isCancelled = true;
            pending.clear();
        }
        onCancel.run();
    }

    /** A subscriber that asks for more while it takes one is served by the loop that is under way. */
    private void deliver() {
        if (isDelivering) {
            return;
        }
        isDelivering = true;
        while (requested > 0 && !isCancelled) {
            Change next = next();
            if (next == null) {
                break;
            }
            requested--;
            subscriber.onNext(next);
        }
        isDelivering = false;
    }

    private @Nullable Change next() {
        String missed = missedUpTo;
        if (missed == null) {
            return pending.poll();
        }
        missedUpTo = null;
        return new Change(missed, Change.Kind.MISSED, null);
    }
}
