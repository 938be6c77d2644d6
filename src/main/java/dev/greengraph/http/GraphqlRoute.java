package dev.greengraph.http;

import dev.greengraph.graphql.error.ErrorCode;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;

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

    private final OperationsInFlight inFlight;
    private final CallerCheck callers;
    private final Execution execution;
    private final ResponseWriter writer;
    private final LimitsConfig limits;
    private final BodyHandler body;

    GraphqlRoute(
            OperationsInFlight inFlight,
            CallerCheck callers,
            Execution execution,
            ResponseWriter writer,
            LimitsConfig limits) {
        this.inFlight = inFlight;
        this.callers = callers;
        this.execution = execution;
        this.writer = writer;
        this.limits = limits;
        this.body = BodyHandler.create(false).setBodyLimit(limits.requestBody().asLongValue());
    }

    void register(@Observes Router router) {
        router.route("/graphql")
                .order(ORDER)
                .handler(inFlight)
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
        execution.run(
                context,
                isPost(context)
                        ? GraphqlRequest.parse(context.body().buffer(), limits.queryCharacters())
                        : GraphqlGet.read(context, limits.queryCharacters()));
    }

    private static boolean isPost(RoutingContext context) {
        return context.request().method().equals(HttpMethod.POST);
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
}
