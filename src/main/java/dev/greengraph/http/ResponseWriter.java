package dev.greengraph.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.greengraph.graphql.error.CallerError;
import dev.greengraph.graphql.error.ErrorCode;
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

    private static final String GRAPHQL_RESPONSE = "application/graphql-response+json";
    private static final String JSON = "application/json";

    private final ObjectMapper json;
    private final ErrorMapping errors;

    ResponseWriter(ObjectMapper json, ErrorMapping errors) {
        this.json = json;
        this.errors = errors;
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
        send(context, !hasData && wantsGraphqlResponse(context) ? 400 : 200, body);
    }

    /** A request that was not executed. */
    void refuse(RoutingContext context, Refusal refusal) {
        RequestObserver.told(context).error(refusal.code());
        String message = String.valueOf(refusal.getMessage());
        send(context, refusal.status(), errorBody(message, extensions(refusal.code(), refusal.details())));
    }

    /** An execution that broke. */
    void fail(RoutingContext context, Throwable failure) {
        CallerError error = errors.of(failure);
        RequestObserver.told(context).error(error.code());
        send(context, 500, errorBody(error.message(), extensions(error.code(), error.details())));
    }

    private Map<String, Object> error(RoutingContext context, GraphQLError error) {
        Map<String, Object> view = new LinkedHashMap<>();
        CallerError told = error instanceof ExceptionWhileDataFetching fetching
                ? errors.of(fetching.getException())
                : ErrorMapping.ofDocument(error);
        RequestObserver.told(context).error(told.code());
        view.put("message", told.message());
        Map<String, Object> specified = error.toSpecification();
        for (String field : List.of("locations", "path")) {
            if (specified.get(field) != null) {
                view.put(field, specified.get(field));
            }
        }
        view.put("extensions", extensions(told.code(), told.details()));
        return view;
    }

    private static Map<String, Object> errorBody(String message, Map<String, Object> extensions) {
        return Map.of("errors", List.of(Map.of("message", message, "extensions", extensions)));
    }

    private static Map<String, Object> extensions(ErrorCode code, Map<String, Object> details) {
        Map<String, Object> extensions = new LinkedHashMap<>();
        extensions.put("code", code.name());
        extensions.putAll(details);
        return extensions;
    }

    private void send(RoutingContext context, int status, Map<String, Object> body) {
        if (context.response().ended() || context.response().closed()) {
            return;
        }
        String type = wantsGraphqlResponse(context) ? GRAPHQL_RESPONSE : JSON;
        context.response()
                .setStatusCode(status)
                .putHeader(HttpHeaders.CONTENT_TYPE, type + "; charset=utf-8")
                .putHeader(HttpHeaders.VARY, "Accept")
                .end(bytes(body));
    }

    private Buffer bytes(Map<String, Object> body) {
        try {
            return Buffer.buffer(json.writeValueAsBytes(body));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a result that is no JSON");
        }
    }

    private static boolean wantsGraphqlResponse(RoutingContext context) {
        String accept = context.request().getHeader(HttpHeaders.ACCEPT);
        return accept != null && accept.contains(GRAPHQL_RESPONSE);
    }
}
