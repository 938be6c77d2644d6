package dev.greengraph.http;

import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Alternative;

/**
 * The strictest content security policy that the page works under: a violation shows in the browser's console.
 *
 * <p>Styles need {@code 'unsafe-inline'}, because GraphiQL's dialogs write a style element to stop the page from
 * scrolling behind them. Scripts do not.
 */
@Alternative
@ApplicationScoped
public class StrictPolicy {

    static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
            + "connect-src 'self'; img-src 'self' data:; font-src 'self' data:; "
            + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    void register(@Observes Router router) {
        router.get("/graphiql").order(-1000).handler(context -> {
            context.response().putHeader("Content-Security-Policy", POLICY);
            context.next();
        });
    }
}
