package dev.greengraph.journal;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Lets one through at a time, in the order of coming: the next when the one before says that it is through. */
final class Turnstile {

    private final Deque<UniEmitter<? super Passage>> waiting = new ArrayDeque<>();
    private boolean isTaken;

    /** Whoever has it holds the others up, until it is released. */
    final class Passage {
        private final AtomicBoolean isReleased = new AtomicBoolean();

        /** Lets the next one in; only the first time counts. */
        void release() {
            if (isReleased.compareAndSet(false, true)) {
                next();
            }
        }
    }

    /** Completes when it is one's turn; who leaves before is skipped. */
    Uni<Passage> enter() {
        return Uni.createFrom().emitter(who -> {
            if (isFirst(who)) {
                who.complete(new Passage());
            } else {
                who.onTermination(() -> leave(who));
            }
        });
    }

    /** How many wait to be let in. */
    synchronized int waiting() {
        return waiting.size();
    }

    private synchronized boolean isFirst(UniEmitter<? super Passage> who) {
        if (isTaken) {
            waiting.add(who);
            return false;
        }
        isTaken = true;
        return true;
    }

    private synchronized void leave(UniEmitter<? super Passage> who) {
        waiting.remove(who);
    }

    private void next() {
        UniEmitter<? super Passage> who = poll();
        if (who != null) {
            who.complete(new Passage());
        }
    }

    private synchronized @Nullable UniEmitter<? super Passage> poll() {
        UniEmitter<? super Passage> who = waiting.poll();
        isTaken = who != null;
        return who;
    }
}
