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
import io.vertx.core.http.HttpMethod;
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

/**
 * {@code /graphql}: one operation as JSON.
 *
 * <p>The route takes every method, so that the framework's own, with its WebSocket, is never reached. A handler fails with
 * {@link Refusal} for what is not let in, and so does {@link Entrance}: the answer is written here.
 */
@ApplicationScoped
class GraphqlRoute {

    /** Behind {@link Entrance}, before the framework's own route. */
    private static final int ORDER = Entrance.ORDER + 1;

    private final ExecutionService execution;
    private final ResponseWriter writer;
    private final LimitsConfig limits;
    private final BodyHandler body;
    private final CallerCheck callers;

    GraphqlRoute(ExecutionService execution, ResponseWriter writer, LimitsConfig limits, CallerCheck callers) {
        this.execution = execution;
        this.writer = writer;
        this.limits = limits;
        this.body = BodyHandler.create(false).setBodyLimit(limits.requestBody().asLongValue());
        this.callers = callers;
    }

    void register(@Observes Router router) {
        router.route("/graphql")
                .order(ORDER)
                .handler(GraphqlRoute::checkTypes)
                .handler(callers)
                .handler(this::receive)
                .handler(this::execute)
                .failureHandler(this::fail);
    }

    private static void checkTypes(RoutingContext context) {
        MediaType.check(context);
        if (isPost(context)) {
            ContentType.check(context);
        } else {
            GraphqlGet.checkOrigin(context.request().headers());
        }
        context.next();
    }

    /** Not the handler itself: the router wants a body handler first, and here the checks of the headers are. */
    private void receive(RoutingContext context) {
        body.handle(context);
    }

    private void execute(RoutingContext context) {
        run(
                context,
                isPost(context)
                        ? GraphqlRequest.parse(context.body().buffer(), limits.queryCharacters())
                        : GraphqlGet.read(context, limits.queryCharacters()));
    }

    private static boolean isPost(RoutingContext context) {
        return context.request().method().equals(HttpMethod.POST);
    }

    private void run(RoutingContext context, JsonObject request) {
        ManagedContext requestScope = Arc.container().requestContext();
        requestScope.activate();
        try {
            callers.show(context);
            Map<String, Object> metadata = new HashMap<>();
            metadata.put("runBlocking", false);
            metadata.put("state", requestScope.getState());
            metadata.put("locale", Locale.ROOT);
            execution.executeAsync(request, metadata, new Answer(context, request.getString("query")));
        } finally {
            SmallRyeContextManager.clearCurrentSmallRyeContext();
            requestScope.deactivate();
        }
    }

    private void fail(RoutingContext context) {
        Throwable failure = context.failure();
        if (failure instanceof Refusal refusal) {
            writer.refuse(context, refusal);
        } else if (context.statusCode() == 413) {
            Map<String, Object> limit = Map.of("limit", limits.requestBody().asLongValue());
            writer.refuse(context, new Refusal(413, ErrorCode.QUERY_TOO_LARGE, "The body is too large.", limit));
        } else if (context.statusCode() < 500) {
            writer.refuse(
                    context,
                    new Refusal(context.statusCode(), ErrorCode.BAD_REQUEST, "The request is not understood."));
        } else {
            writer.fail(context, failure == null ? new IllegalStateException("no cause") : failure);
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
            onOwner(() -> writer.write(context, Syntax.located(response.getExecutionResult(), query)));
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
