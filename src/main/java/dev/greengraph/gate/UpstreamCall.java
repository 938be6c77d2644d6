package dev.greengraph.gate;

import dev.greengraph.upstream.CallListener;
import io.smallrye.mutiny.Uni;

/** One upstream call that can be sent. */
@FunctionalInterface
public interface UpstreamCall<V> {

    /** Sends it on each subscription; the listener hears of its progress. */
    Uni<V> send(CallListener listener);
}
