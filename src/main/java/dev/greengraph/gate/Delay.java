package dev.greengraph.gate;

import io.smallrye.mutiny.Uni;
import java.time.Duration;

/** Timers that hold no thread; passed in, so that tests decide when they fire. */
@FunctionalInterface
public interface Delay {

    /** Completes after that time. */
    Uni<Void> of(Duration time);
}
