package dev.greengraph.http.guard;

import dev.greengraph.graphql.error.ErrorCode;
import dev.greengraph.graphql.error.Refusal;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;

/** Tells clients that want a WebSocket what is served instead. Never upgrades: there are no subscriptions. */
public final class WebSocketGuard {

    private WebSocketGuard() {}

    /** Whether the request asks for a WebSocket. */
    public static boolean isUpgrade(RoutingContext context) {
        return context.request().headers().contains(HttpHeaders.UPGRADE, "websocket", true);
    }

    /** Fails with {@link Refusal} for an upgrade. {@link MethodGuard} does it where {@code GET} is off. */
    public static void reject(RoutingContext context) {
        if (isUpgrade(context)) {
            context.response().putHeader(HttpHeaders.ALLOW, "POST");
            throw refusal();
        }
        context.next();
    }

    static Refusal refusal() {
        return new Refusal(
                405,
                ErrorCode.BAD_REQUEST,
                "WebSocket is not served: there are no subscriptions. Queries must be sent with POST");
    }
}
