package dev.greengraph.runtime;

import dev.greengraph.cache.freshness.FreshnessDemand;
import java.util.concurrent.Callable;

/**
 * The freshness that is demanded of the field whose resolver runs on this thread. A resolver takes its repository while it
 * runs, so that no resolver has to pass the demand on; what it reads later goes through that repository.
 */
public final class CurrentDemand {

    private static final ThreadLocal<FreshnessDemand> CURRENT = ThreadLocal.withInitial(() -> FreshnessDemand.USUAL);

    private CurrentDemand() {}

    /** Does the work of a field with its demand. */
    public static <V> V during(FreshnessDemand demand, Callable<V> work) throws Exception {
        FreshnessDemand before = CURRENT.get();
        CURRENT.set(demand);
        try {
            return work.call();
        } finally {
            CURRENT.set(before);
        }
    }

    static FreshnessDemand get() {
        return CURRENT.get();
    }
}
