package dev.greengraph.journal;

import dev.greengraph.observe.Traces;
import io.quarkus.arc.Arc;
import io.quarkus.arc.InjectableContext.ContextState;
import io.quarkus.arc.ManagedContext;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.impl.ContextInternal;
import java.util.Optional;
import java.util.concurrent.Executor;

/**
 * The request scope, which Mutiny hands on to all that is composed within it, and the Vert.x context of the request, which
 * holds that scope and more.
 */
final class RequestSurroundings implements Surroundings {

    @Override
    public void leave(Runnable shared) {
        if (Vertx.currentContext() instanceof ContextInternal ofRequest) {
            ContextInternal fresh = ofRequest.unwrap().duplicate();
            Traces.handOn(fresh);
            fresh.dispatch(shared);
        } else {
            leaveScope(shared);
        }
    }

    private static void leaveScope(Runnable shared) {
        ManagedContext scope = Arc.container().requestContext();
        ContextState ofRequest = scope.getStateIfActive();
        scope.deactivate();
        try {
            shared.run();
        } finally {
            if (ofRequest != null) {
                scope.activate(ofRequest);
            }
        }
    }

    @Override
    public Optional<CallTally> tally() {
        return CallTally.current();
    }

    /** Who is at home already goes on at once: a caller looks right away at what it began. */
    @Override
    public Executor home() {
        Context ofRequest = Vertx.currentContext();
        return ofRequest == null
                ? Runnable::run
                : task -> {
                    if (ofRequest == Vertx.currentContext()) {
                        task.run();
                    } else {
                        ofRequest.runOnContext(ignored -> task.run());
                    }
                };
    }
}
