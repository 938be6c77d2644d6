package dev.greengraph.gate;

import io.smallrye.mutiny.Uni;
import java.time.Duration;

/** Waits without holding a thread; passed in, so that tests decide when time is over. */
@FunctionalInterface
public interface Delay {

    /** Completes when that time is over. */
    Uni<Void> of(Duration time);
}
