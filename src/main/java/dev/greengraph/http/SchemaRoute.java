package dev.greengraph.http;

import dev.greengraph.admission.EngineSetup;
import dev.greengraph.http.guard.EdgeGuards;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.DirectiveInfo;
import graphql.schema.idl.SchemaPrinter;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/**
 * The schema as text, for code generators: the same as introspection offers, and like it without what the engine adds to
 * every schema but does not do, as Quarkus' own route would show it.
 */
@Singleton
public class SchemaRoute {

    private static final int ORDER = EdgeGuards.ORDER + 1;

    private static final SchemaPrinter PRINTER = new SchemaPrinter(SchemaPrinter.Options.defaultOptions()
            .includeScalarTypes(true)
            .includeDirectives(true)
            .includeDirectiveDefinition(
                    name -> EngineSetup.isServed(name) && !DirectiveInfo.isGraphqlSpecifiedDirective(name)));

    private final GraphQLSchema schema;
    private volatile @Nullable String text;

    SchemaRoute(GraphQLSchema schema) {
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
        String printed = text;
        if (printed == null) {
            printed = PRINTER.print(schema);
            text = printed;
        }
        context.response().putHeader(HttpHeaders.CONTENT_TYPE, "text/plain;charset=utf-8");
        context.end(printed);
    }
}
