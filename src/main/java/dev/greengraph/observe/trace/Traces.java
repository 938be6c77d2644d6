package dev.greengraph.observe.trace;

import io.opentelemetry.context.Context;
import io.quarkus.opentelemetry.runtime.QuarkusContextStorage;

/** Hands the trace ids of a request, and nothing else of it, to work that continues outside of the request. */
public final class Traces {

    private Traces() {}

    /**
     * What runs on that context belongs to the trace of the current one.
     *
     * @param fresh a duplicated context
     */
    public static void handOn(io.vertx.core.Context fresh) {
        Context current = Context.current();
        if (current != Context.root()) {
            QuarkusContextStorage.INSTANCE.attach(fresh, current);
        }
    }
}
