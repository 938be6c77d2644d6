package dev.greengraph.http;

import dev.greengraph.admission.Admitted;
import dev.greengraph.graphql.Deadline;
import io.quarkus.arc.Arc;
import io.quarkus.arc.ManagedContext;
import io.smallrye.graphql.execution.ExecutionResponse;
import io.smallrye.graphql.execution.ExecutionResponseWriter;
import io.smallrye.graphql.execution.ExecutionService;
import io.smallrye.graphql.execution.context.SmallRyeContextManager;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Executes one operation, within the scope of its request and no longer than it may take, and answers. */
@Singleton
class Execution {

    private final ExecutionService engine;
    private final OperationsInFlight inFlight;
    private final CallerCheck callers;
    private final ResponseWriter writer;

    Execution(ExecutionService engine, OperationsInFlight inFlight, CallerCheck callers, ResponseWriter writer) {
        this.engine = engine;
        this.inFlight = inFlight;
        this.callers = callers;
        this.writer = writer;
    }

    /** Begins; the answer is written when the operation has ended. */
    void run(RoutingContext context, Admitted admitted) {
        ManagedContext requestScope = Arc.container().requestContext();
        requestScope.activate();
        try {
            callers.show(context);
            Map<String, Object> metadata = new HashMap<>();
            metadata.put("runBlocking", false);
            metadata.put("state", requestScope.getState());
            metadata.put("locale", Locale.ROOT);
            metadata.put(Deadline.KEY, inFlight.begin(context));
            metadata.put(Admitted.TEXT, admitted.text());
            engine.executeAsync(admitted.request(), metadata, new Answer(context, admitted.text()));
        } finally {
            SmallRyeContextManager.clearCurrentSmallRyeContext();
            requestScope.deactivate();
        }
    }

    /** Writes what the execution service comes back with, on the request's own context. */
    private final class Answer implements ExecutionResponseWriter {

        private final RoutingContext context;
        private final String query;
        private final @Nullable Context owner = Vertx.currentContext();

        Answer(RoutingContext context, String query) {
            this.context = context;
            this.query = query;
        }

        @Override
        public void write(ExecutionResponse response) {
            end(() -> writer.write(context, Syntax.located(response.getExecutionResult(), query)));
        }

        @Override
        public void fail(Throwable failure) {
            end(() -> writer.fail(context, failure));
        }

        private void end(Runnable answer) {
            inFlight.end(context);
            onOwner(answer);
        }

        private void onOwner(Runnable action) {
            if (owner == null || owner == Vertx.currentContext()) {
                action.run();
            } else {
                owner.runOnContext(ignored -> action.run());
            }
        }
    }
}
