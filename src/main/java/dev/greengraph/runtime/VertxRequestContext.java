package dev.greengraph.runtime;

import dev.greengraph.cache.ReadLog;
import dev.greengraph.cache.RequestContext;
import dev.greengraph.cache.question.CallTally;
import dev.greengraph.gate.turn.Requester;
import dev.greengraph.observe.trace.Traces;
import io.quarkus.arc.Arc;
import io.quarkus.arc.InjectableContext.ContextState;
import io.quarkus.arc.ManagedContext;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.impl.ContextInternal;
import java.util.Optional;
import java.util.concurrent.Executor;

/**
 * The Vert.x context of the request, which holds the CDI request scope. Mutiny would propagate that scope into every
 * pipeline composed within it, a shared call included.
 */
public final class VertxRequestContext implements RequestContext {

    private static final String TALLY = CallTally.class.getName();
    private static final String READS = ReadLog.class.getName();
    private static final String REQUESTER = Requester.class.getName();

    @Override
    public void runDetached(Runnable shared) {
        if (Vertx.currentContext() instanceof ContextInternal ofRequest) {
            ContextInternal fresh = ofRequest.unwrap().duplicate();
            Traces.handOn(fresh);
            fresh.dispatch(shared);
        } else {
            runOutsideScope(shared);
        }
    }

    private static void runOutsideScope(Runnable shared) {
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
    public Requester requester() {
        Context context = Vertx.currentContext();
        Requester known = context == null ? null : context.getLocal(REQUESTER);
        return known == null ? Requester.NONE : known;
    }

    /** Says whom the calls of the current request are for from now on. */
    public static void requestedBy(Requester requester) {
        Vertx.currentContext().putLocal(REQUESTER, requester);
    }

    @Override
    public Optional<CallTally> tally() {
        return currentTally();
    }

    @Override
    public Optional<ReadLog> reads() {
        Context context = Vertx.currentContext();
        return Optional.ofNullable(context == null ? null : context.getLocal(READS));
    }

    /** Logs what the current request reads from now on. */
    public static ReadLog beginReadLog() {
        ReadLog log = new ReadLog();
        Vertx.currentContext().putLocal(READS, log);
        return log;
    }

    /** Counts the upstream calls of the current request from now on. */
    public static CallTally beginTally() {
        CallTally tally = new CallTally();
        Vertx.currentContext().putLocal(TALLY, tally);
        return tally;
    }

    /** The tally of the current request, if it has one. */
    public static Optional<CallTally> currentTally() {
        Context context = Vertx.currentContext();
        return Optional.ofNullable(context == null ? null : context.getLocal(TALLY));
    }

    /** Who is at executor already goes on at once: a caller looks right away at what it began. */
    @Override
    public Executor executor() {
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
