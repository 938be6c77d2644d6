package dev.greengraph.http;

import dev.greengraph.admission.Admitted;
import dev.greengraph.admission.Engine;
import dev.greengraph.graphql.Deadline;
import dev.greengraph.http.load.LoadShedder;
import dev.greengraph.http.response.ResponseWriter;
import graphql.ExecutionResult;
import io.quarkus.arc.Arc;
import io.quarkus.arc.ManagedContext;
import io.smallrye.graphql.execution.context.SmallRyeContextManager;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Executes one operation within its request scope and its deadline. */
@Singleton
class Execution {

    private final Engine engine;
    private final LoadShedder load;
    private final CallerCheck callers;
    private final ResponseWriter writer;

    Execution(Engine engine, LoadShedder load, CallerCheck callers, ResponseWriter writer) {
        this.engine = engine;
        this.load = load;
        this.callers = callers;
        this.writer = writer;
    }

    /** Starts the execution; {@link ExecutionCallback} writes the response when it ends. */
    void run(RoutingContext context, Admitted admitted) {
        ManagedContext requestScope = Arc.container().requestContext();
        requestScope.activate();
        try {
            callers.show(context);
            Map<String, Object> metadata = new HashMap<>();
            metadata.put("runBlocking", false);
            metadata.put("state", requestScope.getState());
            metadata.put(Deadline.KEY, load.begin(context));
            CompletableFuture<?> unused =
                    execute(admitted, metadata).whenComplete(new ExecutionCallback(context, load, writer));
        } finally {
            SmallRyeContextManager.clearCurrentSmallRyeContext();
            requestScope.deactivate();
        }
    }

    private CompletableFuture<ExecutionResult> execute(Admitted admitted, Map<String, Object> metadata) {
        try {
            return engine.execute(admitted, metadata);
        } catch (RuntimeException broken) {
            return CompletableFuture.failedFuture(broken);
        }
    }
}
