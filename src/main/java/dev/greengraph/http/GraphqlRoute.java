package dev.greengraph.http;

import dev.greengraph.graphql.error.ErrorCode;
import io.quarkus.arc.Arc;
import io.quarkus.arc.ManagedContext;
import io.smallrye.graphql.execution.ExecutionResponse;
import io.smallrye.graphql.execution.ExecutionResponseWriter;
import io.smallrye.graphql.execution.ExecutionService;
import io.smallrye.graphql.execution.context.SmallRyeContextManager;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.json.JsonObject;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code POST /graphql}: one operation as JSON. */
@ApplicationScoped
class GraphqlRoute {

    /** Before the framework's own route. */
    private static final int FIRST = -1_000;

    private final ExecutionService execution;
    private final ResponseWriter writer;
    private final LimitsConfig limits;
    private final CallerCheck callers;

    GraphqlRoute(ExecutionService execution, ResponseWriter writer, LimitsConfig limits, CallerCheck callers) {
        this.execution = execution;
        this.writer = writer;
        this.limits = limits;
        this.callers = callers;
    }

    void register(@Observes Router router) {
        BodyHandler body =
                BodyHandler.create(false).setBodyLimit(limits.requestBody().asLongValue());
        router.post("/graphql").order(FIRST).handler(this::checkType);
        // Every method, so that nothing below is reached without a caller: neither GET nor a WebSocket of the
        // framework.
        router.route("/graphql").order(FIRST + 1).handler(callers);
        router.post("/graphql")
                .order(FIRST + 2)
                .handler(body)
                .handler(this::execute)
                .failureHandler(this::fail);
    }

    /** A browser sends any other type without asking first, from any page: that would be a hole. */
    private void checkType(RoutingContext context) {
        String type = context.request().getHeader(HttpHeaders.CONTENT_TYPE);
        if (type == null || !isJson(type)) {
            writer.refuse(
                    context, new Refusal(415, ErrorCode.BAD_REQUEST, "Content-Type: allowed is application/json"));
            return;
        }
        context.next();
    }

    private static boolean isJson(String type) {
        return type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT).equals("application/json");
    }

    private void execute(RoutingContext context) {
        try {
            run(context, GraphqlRequest.parse(context.body().buffer(), limits.queryCharacters()));
        } catch (Refusal refusal) {
            writer.refuse(context, refusal);
        }
    }

    private void run(RoutingContext context, JsonObject request) {
        ManagedContext requestScope = Arc.container().requestContext();
        requestScope.activate();
        try {
            callers.show(context);
            Map<String, Object> metadata = new HashMap<>();
            metadata.put("runBlocking", false);
            metadata.put("state", requestScope.getState());
            execution.executeAsync(request, metadata, new Answer(context));
        } finally {
            SmallRyeContextManager.clearCurrentSmallRyeContext();
            requestScope.deactivate();
        }
    }

    private void fail(RoutingContext context) {
        Throwable failure = context.failure();
        if (context.statusCode() == 413) {
            writer.refuse(
                    context,
                    new Refusal(
                            413,
                            ErrorCode.QUERY_TOO_LARGE,
                            "The body is too large.",
                            Map.of("limit", limits.requestBody().asLongValue())));
        } else {
            writer.fail(context, failure == null ? new IllegalStateException("no cause") : failure);
        }
    }

    /** Writes what the execution service comes back with, on the request's own context. */
    private final class Answer implements ExecutionResponseWriter {

        private final RoutingContext context;
        private final @Nullable Context owner = Vertx.currentContext();

        Answer(RoutingContext context) {
            this.context = context;
        }

        @Override
        public void write(ExecutionResponse response) {
            onOwner(() -> writer.write(context, response.getExecutionResult()));
        }

        @Override
        public void fail(Throwable failure) {
            onOwner(() -> writer.fail(context, failure));
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
