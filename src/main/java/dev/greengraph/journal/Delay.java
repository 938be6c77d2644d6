package dev.greengraph.journal;

import io.smallrye.mutiny.Uni;
import java.time.Duration;

/** Waits without holding a thread; passed in, so that tests decide when time is over. */
@FunctionalInterface
interface Delay {

    /** Completes when that time is over. */
    Uni<Void> of(Duration time);
}
