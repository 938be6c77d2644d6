package dev.greengraph.http.guard;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * CORS: only the configured origins are allowed, compared exactly.
 *
 * <p>Quarkus' CORS filter applies to all paths, answers a foreign origin with 403 and runs after our route. Here a foreign
 * origin gets no CORS header, so that its browser hides the response. Credentials are never allowed: callers authenticate
 * by header.
 */
@Singleton
public class OriginGuard {

    /** Request headers that a preflight allows: ours, and those that GraphQL clients send by themselves. */
    private static final List<String> REQUEST_HEADERS = List.of(
            "Authorization",
            "Content-Type",
            "X-API-Key",
            RequestId.HEADER,
            CsrfGuard.PREFLIGHT_HEADER,
            "GraphQL-Cost",
            "traceparent",
            "tracestate",
            "apollographql-client-name",
            "apollographql-client-version",
            "X-Apollo-Operation-Name",
            "X-Apollo-Operation-Id");

    private static final String ANSWER_HEADERS = String.join(", ", RequestId.HEADER, "Retry-After");

    /** A browser repeats the preflight after an hour, so that a change of the settings takes effect by then. */
    private static final String MAX_AGE_SECONDS = "3600";

    private final Set<String> origins;
    private final String methods;
    private final String requestHeaders;
    private final String vary;

    OriginGuard(HttpConfig config) {
        this.origins = config.cors().origins().orElse(Set.of());
        this.requestHeaders = Stream.concat(
                        REQUEST_HEADERS.stream(),
                        config.cors().requestHeaders().orElse(Set.of()).stream().sorted())
                .collect(Collectors.joining(", "));
        this.vary = "Accept, Accept-Encoding, Authorization, X-API-Key" + (origins.isEmpty() ? "" : ", Origin");
        this.methods = config.getEnabled() ? "GET, POST" : "POST";
    }

    /** Adds the CORS headers, whatever the status of the response will be. */
    void handle(RoutingContext context) {
        HttpServerResponse response = context.response();
        response.putHeader(HttpHeaders.VARY, vary);
        List<String> origin = context.request().headers().getAll(HttpHeaders.ORIGIN);
        if (origin.size() == 1 && origins.contains(origin.get(0))) {
            response.putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, origin.get(0));
            if (isPreflight(context.request())) {
                response.putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, methods)
                        .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, requestHeaders)
                        .putHeader(HttpHeaders.ACCESS_CONTROL_MAX_AGE, MAX_AGE_SECONDS);
            } else {
                response.putHeader(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, ANSWER_HEADERS);
            }
        }
        context.next();
    }

    /** Whether the request comes from no page, from one of the gateway's own, or from one of a configured origin. */
    public boolean isKnown(RoutingContext context) {
        List<String> origin = context.request().headers().getAll(HttpHeaders.ORIGIN);
        return origin.stream().allMatch(one -> origins.contains(one) || isOwn(one, context.request()));
    }

    private static boolean isOwn(String origin, HttpServerRequest request) {
        String host = request.getHeader(HttpHeaders.HOST);
        return host != null && (origin.equals("http://" + host) || origin.equals("https://" + host));
    }

    private static boolean isPreflight(HttpServerRequest request) {
        return request.method().equals(HttpMethod.OPTIONS)
                && request.headers().contains(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD);
    }
}
