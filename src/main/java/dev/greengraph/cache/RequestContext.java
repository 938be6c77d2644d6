package dev.greengraph.cache;

import dev.greengraph.cache.question.CallTally;
import dev.greengraph.gate.turn.Requester;
import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * The context of the inbound request on the current thread: request scope, trace, tally. A call shared by many requests
 * runs outside of it; each request continues in its own.
 */
public interface RequestContext {

    /** No inbound request. */
    RequestContext NONE = new None();

    /** Runs the task now, on this thread, outside of the request context. */
    void runDetached(Runnable shared);

    /** An executor that runs tasks in the context in which this method was called. */
    Executor executor();

    /** The work, run by that executor whichever thread subscribes: a timer's, or the one that completes another call. */
    static <V> Uni<V> in(Executor executor, Supplier<Uni<V>> work) {
        return Uni.createFrom().voidItem().emitOn(executor).chain(work::get);
    }

    /** Whom the calls of the request are for, as far as turns at the upstream are shared. */
    Requester requester();

    /** The tally of the request; empty if its calls are not counted. */
    Optional<CallTally> tally();

    /** The log of what the request reads; empty if nothing logs it. */
    Optional<ReadLog> reads();

    /** Of what no inbound request started. */
    class None implements RequestContext {
        @Override
        public void runDetached(Runnable shared) {
            shared.run();
        }

        @Override
        public Executor executor() {
            return Runnable::run;
        }

        @Override
        public Requester requester() {
            return Requester.NONE;
        }

        @Override
        public Optional<CallTally> tally() {
            return Optional.empty();
        }

        @Override
        public Optional<ReadLog> reads() {
            return Optional.empty();
        }
    }
}
