package dev.greengraph.http;

import dev.greengraph.account.Accounts;
import dev.greengraph.admission.Admitted;
import dev.greengraph.graphql.error.ErrorCode;
import dev.greengraph.graphql.error.Refusal;
import dev.greengraph.http.answer.RememberedAnswers;
import dev.greengraph.http.execution.CallerCheck;
import dev.greengraph.http.execution.Execution;
import dev.greengraph.http.execution.OperationReader;
import dev.greengraph.http.guard.CsrfGuard;
import dev.greengraph.http.guard.EdgeGuards;
import dev.greengraph.http.guard.WebSocketGuard;
import dev.greengraph.http.load.LoadShedder;
import dev.greengraph.http.negotiation.MediaType;
import dev.greengraph.http.request.ContentType;
import dev.greengraph.http.response.CostReport;
import dev.greengraph.http.response.RequestRecord;
import dev.greengraph.http.response.ResponseWriter;
import dev.greengraph.http.subscription.EventStreams;
import dev.greengraph.http.subscription.websocket.WebSockets;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * {@code /graphql}: one operation as JSON.
 *
 * <p>The route takes every method, so that the route of Quarkus, with its WebSocket, is never reached. Handlers, those of
 * {@link EdgeGuards} included, fail with {@link Refusal}; the failure handler here writes the response.
 */
@ApplicationScoped
class GraphqlRoute {

    /** After {@link EdgeGuards}, before the route of Quarkus. */
    private static final int ORDER = EdgeGuards.ORDER + 1;

    /** Of a request whose answer can only be a stream. */
    private static final String ONLY_EVENTS = GraphqlRoute.class.getName() + ".events";

    private final LoadShedder load;
    private final CallerCheck callers;
    private final OperationReader operations;
    private final RememberedAnswers answers;
    private final Execution execution;
    private final EventStreams streams;
    private final WebSockets sockets;
    private final ResponseWriter writer;
    private final CostReport costs;

    GraphqlRoute(
            LoadShedder load,
            CallerCheck callers,
            OperationReader operations,
            RememberedAnswers answers,
            Execution execution,
            EventStreams streams,
            WebSockets sockets,
            ResponseWriter writer,
            CostReport costs) {
        this.load = load;
        this.callers = callers;
        this.operations = operations;
        this.answers = answers;
        this.execution = execution;
        this.streams = streams;
        this.sockets = sockets;
        this.writer = writer;
        this.costs = costs;
    }

    void register(@Observes Router router) {
        router.route("/graphql")
                .order(ORDER)
                .handler(load::rejectWhenEventLoopLags)
                .handler(GraphqlRoute::checkTypes)
                .handler(sockets)
                .handler(callers)
                .handler(load)
                .handler(operations::receive)
                .handler(this::answer)
                .failureHandler(this::fail);
    }

    private static void checkTypes(RoutingContext context) {
        if (!MediaType.isAcceptable(context)) {
            if (!MediaType.acceptsEvents(context)) {
                MediaType.check(context);
            }
            context.put(ONLY_EVENTS, true);
        }
        if (isPost(context)) {
            ContentType.check(context);
        } else if (!WebSocketGuard.isUpgrade(context)) { // an upgrade is accepted by its origin
            CsrfGuard.check(context.request().headers());
        }
        context.next();
    }

    private void answer(RoutingContext context) {
        Admitted admitted = operations.read(context);
        RequestRecord.of(context).operation(admitted.trustedName());
        boolean onlyQueries = admitted.holdsOnlyQueries();
        if (!onlyQueries && admitted.isSubscription()) {
            streams.open(context, admitted);
            return;
        }
        if (context.get(ONLY_EVENTS) != null) {
            MediaType.check(context);
        }
        if (CostReport.isPlan(context)) {
            execution.plan(context, admitted);
            return;
        }
        if (CostReport.isWanted(context)) { // it says what this request costs
            costs.start(context, admitted);
            execution.run(context, admitted);
            return;
        }
        if (!onlyQueries) { // what changes something is done each time that it is asked for
            admitted.plan();
            execution.run(context, admitted);
            return;
        }
        Accounts visible = callers.visible(context);
        answers.find(admitted, visible).ifPresentOrElse(known -> writer.write(context, known), () -> {
            admitted.plan();
            answers.begin(context, admitted, visible);
            execution.run(context, admitted);
        });
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
