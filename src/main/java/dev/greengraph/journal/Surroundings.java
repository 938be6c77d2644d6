package dev.greengraph.journal;

import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * What a thread carries for the request that it works for. A call that many requests share must carry none of it, and
 * each of them goes on with its own.
 */
interface Surroundings {

    /** There is nothing around. */
    Surroundings NONE = new Surroundings() {
        @Override
        public void leave(Runnable shared) {
            shared.run();
        }

        @Override
        public Executor home() {
            return Runnable::run;
        }

        @Override
        public Optional<CallTally> tally() {
            return Optional.empty();
        }
    };

    /** Runs that now, on this thread, with nothing of the request. */
    void leave(Runnable shared);

    /** Leads back to the surroundings of who asks for it. */
    Executor home();

    /** That work in those surroundings, whoever begins it: a timer, or the end of another's call. */
    static <V> Uni<V> in(Executor home, Supplier<Uni<V>> work) {
        return Uni.createFrom().voidItem().emitOn(home).chain(work::get);
    }

    /** Where the calls of the request are counted, if they are. */
    Optional<CallTally> tally();
}
