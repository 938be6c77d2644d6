package dev.greengraph.http.guard;

import dev.greengraph.graphql.error.ErrorCode;
import dev.greengraph.graphql.error.Refusal;
import dev.greengraph.http.request.ContentType;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Collectors;

/** The methods of the endpoint. Answers every other method itself, so that the route of Quarkus is never reached. */
@Singleton
class MethodGuard {

    private final List<HttpMethod> allowed;
    private final String header;

    MethodGuard(HttpConfig config) {
        this.allowed = config.getEnabled()
                ? List.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.POST)
                : List.of(HttpMethod.POST);
        this.header = allowed.stream().map(HttpMethod::name).collect(Collectors.joining(", ")) + ", OPTIONS";
    }

    /** Passes methods that carry an operation; answers OPTIONS; fails with {@link Refusal} for any other. */
    void handle(RoutingContext context) {
        HttpMethod method = context.request().method();
        if (allowed.contains(method) || WebSocketGuard.isUpgrade(context)) {
            context.next();
            return;
        }
        context.response().putHeader(HttpHeaders.ALLOW, header);
        if (!method.equals(HttpMethod.OPTIONS)) {
            throw new Refusal(405, ErrorCode.BAD_REQUEST, "The method must be one of " + header + hint(method));
        }
        context.response()
                .putHeader("Accept-Post", ContentType.JSON)
                .setStatusCode(204)
                .end();
    }

    /** urql sends short queries with GET unless it is told otherwise, and shows this message. */
    private static String hint(HttpMethod method) {
        return method.equals(HttpMethod.GET)
                ? ". Queries with GET are switched off: send them with POST (urql: preferGetMethod: false)"
                : "";
    }
}
