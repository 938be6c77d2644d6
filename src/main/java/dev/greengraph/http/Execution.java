package dev.greengraph.http;

import dev.greengraph.admission.Admitted;
import dev.greengraph.graphql.Deadline;
import io.quarkus.arc.Arc;
import io.quarkus.arc.ManagedContext;
import io.smallrye.graphql.execution.ExecutionService;
import io.smallrye.graphql.execution.context.SmallRyeContextManager;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

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
            engine.executeAsync(admitted.request(), metadata, new Answer(context, admitted.text(), inFlight, writer));
        } finally {
            SmallRyeContextManager.clearCurrentSmallRyeContext();
            requestScope.deactivate();
        }
    }
}
