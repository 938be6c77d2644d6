package dev.greengraph.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.greengraph.graphql.error.CallerError;
import dev.greengraph.graphql.error.DocumentError;
import dev.greengraph.graphql.error.ErrorMapping;
import graphql.ExceptionWhileDataFetching;
import graphql.ExecutionResult;
import graphql.GraphQLError;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes answers: the media type that was asked for, the status that goes with it, errors with their codes. */
@Singleton
class ResponseWriter {

    private final ObjectMapper json;
    private final ErrorMapping errors;
    private final Cost cost;

    ResponseWriter(ObjectMapper json, ErrorMapping errors, Cost cost) {
        this.json = json;
        this.errors = errors;
        this.cost = cost;
    }

    /** The result of an execution. */
    void write(RoutingContext context, ExecutionResult result) {
        Map<String, Object> body = new LinkedHashMap<>();
        if (!result.getErrors().isEmpty()) {
            body.put(
                    "errors",
                    result.getErrors().stream()
                            .map(error -> error(context, error))
                            .toList());
        }
        boolean hasData = result.isDataPresent();
        if (hasData) {
            RequestObserver.told(context).data();
            body.put("data", result.getData());
        }
        cost.of(context).ifPresent(told -> body.put("extensions", Map.of("cost", told)));
        send(context, !hasData && MediaType.of(context) == MediaType.GRAPHQL_RESPONSE ? 400 : 200, body);
    }

    /** A request that was not executed. */
    void refuse(RoutingContext context, Refusal refusal) {
        send(context, refusal.status(), body(context, refusal.error()));
    }

    /** An execution that broke. */
    void fail(RoutingContext context, Throwable failure) {
        send(context, 500, body(context, errors.of(failure)));
    }

    private Map<String, Object> error(RoutingContext context, GraphQLError error) {
        Map<String, Object> view = new LinkedHashMap<>();
        CallerError told = error instanceof ExceptionWhileDataFetching fetching
                ? errors.of(fetching.getException())
                : DocumentError.of(error);
        view.put("message", told.message());
        Map<String, Object> specified = error.toSpecification();
        for (String field : List.of("locations", "path")) {
            if (specified.get(field) != null) {
                view.put(field, specified.get(field));
            }
        }
        view.put("extensions", extensions(context, told));
        return view;
    }

    private static Map<String, Object> body(RoutingContext context, CallerError error) {
        return Map.of("errors", List.of(Map.of("message", error.message(), "extensions", extensions(context, error))));
    }

    private static Map<String, Object> extensions(RoutingContext context, CallerError error) {
        RequestObserver.told(context).error(error.code());
        Map<String, Object> extensions = error.extensions();
        extensions.put(RequestId.KEY, RequestId.of(context));
        return extensions;
    }

    private void send(RoutingContext context, int status, Map<String, Object> body) {
        if (context.response().ended() || context.response().closed()) {
            return;
        }
        context.response()
                .setStatusCode(status)
                .putHeader(HttpHeaders.CONTENT_TYPE, MediaType.of(context).header())
                .end(bytes(body));
    }

    private Buffer bytes(Map<String, Object> body) {
        try {
            return Buffer.buffer(json.writeValueAsBytes(body));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a result that is no JSON");
        }
    }
}
