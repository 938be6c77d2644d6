package dev.greengraph.http;

import dev.greengraph.admission.Admitted;
import dev.greengraph.graphql.error.ErrorCode;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

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
    private final OperationReader operations;
    private final Execution execution;
    private final ResponseWriter writer;

    GraphqlRoute(
            OperationsInFlight inFlight,
            CallerCheck callers,
            OperationReader operations,
            Execution execution,
            ResponseWriter writer) {
        this.inFlight = inFlight;
        this.callers = callers;
        this.operations = operations;
        this.execution = execution;
        this.writer = writer;
    }

    void register(@Observes Router router) {
        router.route("/graphql")
                .order(ORDER)
                .handler(inFlight::checkTurn)
                .handler(GraphqlRoute::checkTypes)
                .handler(callers)
                .handler(inFlight)
                .handler(operations::receive)
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

    private void execute(RoutingContext context) {
        Admitted admitted = operations.read(context);
        Cost.keep(context, admitted);
        RequestObserver.told(context).operation(admitted.trustedName());
        execution.run(context, admitted);
    }

    private static boolean isPost(RoutingContext context) {
        return context.request().method().equals(HttpMethod.POST);
    }

    private void fail(RoutingContext context) {
        Throwable failure = context.failure();
        if (failure instanceof Refusal refusal) {
            writer.refuse(context, refusal);
        } else if (context.statusCode() == 413) {
            writer.refuse(context, operations.tooLarge());
        } else if (context.statusCode() < 500) {
            writer.refuse(
                    context,
                    new Refusal(context.statusCode(), ErrorCode.BAD_REQUEST, "The request is not understood."));
        } else {
            writer.fail(context, failure == null ? new IllegalStateException("no cause") : failure);
        }
    }
}
