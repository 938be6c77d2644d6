package dev.greengraph.http.guard;

import dev.greengraph.http.load.LimitsConfig;
import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;

/** Limits what a WebSocket may send: as much as a request's body. Compression is off, it keeps a dictionary per connection. */
@Singleton
public class WebSocketGuard implements HttpServerOptionsCustomizer {

    private final LimitsConfig limits;

    WebSocketGuard(LimitsConfig limits) {
        this.limits = limits;
    }

    /** Whether the request asks for a WebSocket. */
    public static boolean isUpgrade(RoutingContext context) {
        return context.request().headers().contains(HttpHeaders.UPGRADE, "websocket", true);
    }

    @Override
    public void customizeHttpServer(HttpServerOptions options) {
        limit(options);
    }

    @Override
    public void customizeHttpsServer(HttpServerOptions options) {
        limit(options);
    }

    private void limit(HttpServerOptions options) {
        int most = Math.toIntExact(limits.requestBody().asLongValue());
        options.setMaxWebSocketFrameSize(most)
                .setMaxWebSocketMessageSize(most)
                .setPerMessageWebSocketCompressionSupported(false)
                .setPerFrameWebSocketCompressionSupported(false);
    }
}
