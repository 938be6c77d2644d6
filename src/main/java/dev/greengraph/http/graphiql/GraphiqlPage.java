package dev.greengraph.http.graphiql;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * GraphiQL at {@code /graphiql}, and a redirect to it from {@code /}.
 *
 * <p>Every file has its own exact route and comes from memory: no request can name another file of the class path. When
 * the page is off there are no routes and no files in memory; both addresses answer 404.
 *
 * <p>Quarkus brings a GraphiQL page of its own, which copies the headers editor into the address bar, and so a
 * caller's token into the browser's history. Hence this one.
 */
@ApplicationScoped
public class GraphiqlPage {

    private static final String PAGE = "/graphiql";

    /**
     * Its own files and its own endpoint, nothing else.
     *
     * <p>Styles need {@code 'unsafe-inline'}, because GraphiQL's dialogs write a style element to stop the page from
     * scrolling behind them. Scripts do not.
     */
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
            + "connect-src 'self'; img-src 'self' data:; font-src 'self' data:; "
            + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private final GraphiqlConfig config;

    GraphiqlPage(GraphiqlConfig config) {
        this.config = config;
    }

    void register(@Observes Router router) {
        if (!config.enabled()) {
            return;
        }
        // Relative, so that it is right behind a path prefix that this process does not know of.
        route(router, "/", context -> redirect(context, "graphiql"));
        StaticFile page = StaticFile.fromClassPath("graphiql/graphiql.html");
        route(router, PAGE, context -> sendPage(context, page));
        for (String name : GraphiqlFiles.names()) {
            StaticFile file = StaticFile.fromClassPath("graphiql/" + name);
            route(router, PAGE + "/" + name, file::send);
        }
    }

    private static void route(Router router, String path, Handler<RoutingContext> handler) {
        router.route(path).method(HttpMethod.GET).method(HttpMethod.HEAD).handler(handler);
    }

    private static void sendPage(RoutingContext context, StaticFile page) {
        // Vert.x matches a trailing slash too, where the page's relative addresses would be wrong.
        if (context.request().path().endsWith("/")) {
            redirect(context, "../graphiql");
        } else {
            context.response().putHeader("Content-Security-Policy", POLICY);
            page.send(context);
        }
    }

    private static void redirect(RoutingContext context, String location) {
        context.response()
                .setStatusCode(302)
                .putHeader(HttpHeaders.LOCATION, location)
                .end();
    }
}
