package dev.greengraph.http.guard;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Ends requests that the HTTP server itself rejects, such as one without a host, with their status and an empty body, on
 * every path. Quarkus would log them with their URL and a stack trace.
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
