package dev.greengraph.http;

import dev.greengraph.admission.contract.PublishedSchema;
import dev.greengraph.http.guard.EdgeGuards;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * The schema as text, for code generators: the same as introspection offers. Quarkus' own route would also show what the
 * engine adds to every schema but does not do.
 */
@Singleton
public class SchemaRoute {

    private static final int ORDER = EdgeGuards.ORDER + 1;

    private final PublishedSchema schema;

    SchemaRoute(PublishedSchema schema) {
        this.schema = schema;
    }

    void register(@Observes Router router) {
        router.route("/graphql/schema.graphql")
                .order(ORDER)
                .method(HttpMethod.GET)
                .method(HttpMethod.HEAD)
                .handler(this::send);
    }

    private void send(RoutingContext context) {
        context.response().putHeader(HttpHeaders.CONTENT_TYPE, "text/plain;charset=utf-8");
        context.end(schema.text());
    }
}
