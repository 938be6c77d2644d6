package dev.greengraph.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;

/**
 * Which pages of other origins may ask: the exact ones of the settings.
 *
 * <p>Quarkus' own filter covers all paths at once, answers a foreign origin with 403 and stands behind our route. Here
 * another origin gets no header, which makes its browser hide the answer, and credentials are never allowed: a caller
 * says who it is in a header.
 */
@Singleton
class Cors {

    /** What a caller may send besides what it may always send. */
    private static final String REQUEST_HEADERS = String.join(
            ", ",
            "Authorization",
            "Content-Type",
            "X-API-Key",
            RequestId.HEADER,
            GraphqlGet.PREFLIGHT_HEADER,
            Cost.HEADER,
            "traceparent",
            "tracestate");

    private static final String ANSWER_HEADERS = String.join(", ", RequestId.HEADER, "Retry-After");

    /** Within the hour a browser asks once. Longer would outlive a change of the settings. */
    private static final String MAX_AGE_SECONDS = "3600";

    private final Set<String> origins;
    private final String methods;

    Cors(HttpConfig config) {
        this.origins = config.cors().origins().orElse(Set.of());
        this.methods = config.getEnabled() ? "GET, POST" : "POST";
    }

    /** Adds what the origin of the request may know; whatever the answer will be. */
    void handle(RoutingContext context) {
        HttpServerResponse response = context.response();
        response.putHeader(HttpHeaders.VARY, origins.isEmpty() ? "Accept" : "Accept, Origin");
        List<String> origin = context.request().headers().getAll(HttpHeaders.ORIGIN);
        if (origin.size() == 1 && origins.contains(origin.get(0))) {
            response.putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, origin.get(0));
            if (isPreflight(context.request())) {
                response.putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, methods)
                        .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, REQUEST_HEADERS)
                        .putHeader(HttpHeaders.ACCESS_CONTROL_MAX_AGE, MAX_AGE_SECONDS);
            } else {
                response.putHeader(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, ANSWER_HEADERS);
            }
        }
        context.next();
    }

    private static boolean isPreflight(HttpServerRequest request) {
        return request.method().equals(HttpMethod.OPTIONS)
                && request.headers().contains(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD);
    }
}
