package dev.greengraph.cache;

import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * What a thread carries for the request that it works for. A call that many requests share must carry none of it, and
 * each of them goes on with its own.
 */
public interface RequestContext {

    /** There is nothing around. */
    RequestContext NONE = new RequestContext() {
        @Override
        public void runDetached(Runnable shared) {
            shared.run();
        }

        @Override
        public Executor executor() {
            return Runnable::run;
        }

        @Override
        public Optional<CallTally> tally() {
            return Optional.empty();
        }
    };

    /** Runs that now, on this thread, with nothing of the request. */
    void runDetached(Runnable shared);

    /** Leads back to the context of who asks for it. */
    Executor executor();

    /** That work in those context, whoever begins it: a timer, or the end of another's call. */
    static <V> Uni<V> in(Executor executor, Supplier<Uni<V>> work) {
        return Uni.createFrom().voidItem().emitOn(executor).chain(work::get);
    }

    /** Where the calls of the request are counted, if they are. */
    Optional<CallTally> tally();
}
