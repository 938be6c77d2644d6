package dev.greengraph.http;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * A request that the server itself cannot take, such as one without a host, ends with its status and nothing else,
 * whatever its path. The framework would write it into the log with its address and a stack trace.
 */
@ApplicationScoped
class ClientFaults {

    void register(@Observes Router router) {
        router.route().failureHandler(ClientFaults::end);
    }

    private static void end(RoutingContext context) {
        int status = context.statusCode();
        if (status >= 400 && status < 500) {
            context.response().setStatusCode(status).end();
        } else {
            context.next();
        }
    }
}
