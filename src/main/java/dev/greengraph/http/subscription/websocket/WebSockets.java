package dev.greengraph.http.subscription.websocket;

import dev.greengraph.graphql.error.ErrorCode;
import dev.greengraph.graphql.error.Refusal;
import dev.greengraph.http.execution.CallerCheck;
import dev.greengraph.http.execution.OperationReader;
import dev.greengraph.http.guard.OriginGuard;
import dev.greengraph.http.guard.WebSocketGuard;
import dev.greengraph.http.response.RequestRecord;
import dev.greengraph.http.response.ResponseWriter;
import dev.greengraph.http.subscription.OpenConnections;
import dev.greengraph.http.subscription.SubscriptionConfig;
import dev.greengraph.http.subscription.Subscriptions;
import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Arrays;

/** Accepts WebSockets that speak {@code graphql-transport-ws}, the protocol of the package graphql-ws. */
@Singleton
public class WebSockets implements Handler<RoutingContext> {

    private static final String PROTOCOL = "graphql-transport-ws";

    private final OpenConnections connections;
    private final Subscriptions subscriptions;
    private final OperationReader operations;
    private final CallerCheck callers;
    private final OriginGuard origins;
    private final ResponseWriter writer;
    private final SubscriptionConfig config;

    WebSockets(
            OpenConnections connections,
            Subscriptions subscriptions,
            OperationReader operations,
            CallerCheck callers,
            OriginGuard origins,
            ResponseWriter writer,
            SubscriptionConfig config) {
        this.connections = connections;
        this.subscriptions = subscriptions;
        this.operations = operations;
        this.callers = callers;
        this.origins = origins;
        this.writer = writer;
        this.config = config;
    }

    /** Takes a request for a WebSocket; fails with {@link Refusal} if it is not accepted. Passes every other one on. */
    @Override
    public void handle(RoutingContext context) {
        if (!WebSocketGuard.isUpgrade(context)) {
            context.next();
            return;
        }
        if (!origins.isKnown(context)) {
            throw new Refusal(
                    403,
                    ErrorCode.FORBIDDEN,
                    "Pages of this origin may not ask: greengraph.http.cors.origins has the others");
        }
        requireProtocol(context);
        connections.requireRoom();
        context.request()
                .toWebSocket()
                .onSuccess(socket -> {
                    RequestRecord.of(context).staysOpen();
                    UpgradedRequest.end(context.request());
                    new WebSocketConnection(context, socket, connections, subscriptions, operations, callers, writer)
                            .open(config);
                })
                .onFailure(context::fail);
    }

    private static void requireProtocol(RoutingContext context) {
        boolean isOffered = context.request().headers().getAll("Sec-WebSocket-Protocol").stream()
                .flatMap(header -> Arrays.stream(header.split(",")))
                .anyMatch(offered -> offered.strip().equals(PROTOCOL));
        if (!isOffered) {
            throw Refusal.badRequest("The only protocol of WebSockets is " + PROTOCOL
                    + " (the package graphql-ws); subscriptions-transport-ws is not served");
        }
    }
}
