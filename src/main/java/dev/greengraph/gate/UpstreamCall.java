package dev.greengraph.gate;

import dev.greengraph.upstream.CallListener;
import io.smallrye.mutiny.Uni;

/** One call that is not sent yet. */
@FunctionalInterface
public interface UpstreamCall<V> {

    /** Sends it, each time it is subscribed to, and tells the watch what happens on the way. */
    Uni<V> send(CallListener watch);
}
