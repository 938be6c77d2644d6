package dev.greengraph.bench.server;

import io.vertx.core.http.ServerWebSocket;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** {@code /plain-sockets}: what is posted there is sent to every WebSocket that is connected there. */
@Singleton
class PlainSockets {

    private static final String PATH = "/plain-sockets";

    private final Set<ServerWebSocket> sockets = ConcurrentHashMap.newKeySet();

    void register(@Observes Router router) {
        router.get(PATH).handler(context -> context.request().toWebSocket().onSuccess(this::keep));
        router.post(PATH).handler(BodyHandler.create(false)).handler(this::tell);
    }

    private void keep(ServerWebSocket socket) {
        sockets.add(socket);
        socket.closeHandler(closed -> sockets.remove(socket));
    }

    private void tell(RoutingContext context) {
        String text = context.body().asString();
        sockets.forEach(socket -> socket.writeTextMessage(text));
        context.response().end();
    }
}
