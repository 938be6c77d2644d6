package dev.greengraph.http;

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
import java.util.concurrent.atomic.AtomicLong;

/** Writes answers: the media type that was asked for, the status that goes with it, errors with their codes. */
@Singleton
class ResponseWriter {

    private final ObjectMapper json;
    private final ErrorMapping errors;
    private final Cost cost;
    private final long longest;
    private final long mostUnsent;
    /** Bytes of answers that their callers have not taken yet. */
    private final AtomicLong unsent = new AtomicLong();

    ResponseWriter(ObjectMapper json, ErrorMapping errors, Cost cost, LimitsConfig limits) {
        this.json = json;
        this.errors = errors;
        this.cost = cost;
        this.longest = limits.answerBody().asLongValue();
        this.mostUnsent = limits.unsentAnswers().asLongValue();
    }

    /** The result of an execution; a refusal instead if it is too long, or if too much is on its way to slow callers. */
    void write(RoutingContext context, ExecutionResult result) {
        if (unsent.get() >= mostUnsent) {
            refuse(context, OperationsInFlight.refusal(context));
            return;
        }
        try {
            writeResult(context, result);
        } catch (Refusal tooLong) {
            refuse(context, tooLong);
        }
    }

    private void writeResult(RoutingContext context, ExecutionResult result) {
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
            body.put("data", result.getData());
        }
        cost.of(context).ifPresent(told -> body.put("extensions", Map.of("cost", told)));
        Buffer text = AnswerBody.of(body, json, longest);
        if (hasData) {
            RequestObserver.told(context).data();
        }
        send(context, !hasData && MediaType.of(context) == MediaType.GRAPHQL_RESPONSE ? 400 : 200, text);
    }

    /** A request that was not executed. */
    void refuse(RoutingContext context, Refusal refusal) {
        send(context, refusal.status(), error(context, refusal.error()));
    }

    /** An execution that broke. */
    void fail(RoutingContext context, Throwable failure) {
        send(context, 500, error(context, errors.of(failure)));
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

    private Buffer error(RoutingContext context, CallerError error) {
        Map<String, Object> view = Map.of("message", error.message(), "extensions", extensions(context, error));
        return AnswerBody.of(Map.of("errors", List.of(view)), json, Long.MAX_VALUE);
    }

    private static Map<String, Object> extensions(RoutingContext context, CallerError error) {
        RequestObserver.told(context).error(error.code());
        Map<String, Object> extensions = error.extensions();
        extensions.put(RequestId.KEY, RequestId.of(context));
        return extensions;
    }

    private void send(RoutingContext context, int status, Buffer text) {
        if (context.response().ended() || context.response().closed()) {
            return;
        }
        int length = text.length();
        unsent.addAndGet(length);
        context.response()
                .setStatusCode(status)
                .putHeader(HttpHeaders.CONTENT_TYPE, MediaType.of(context).header())
                .end(text)
                .onComplete(taken -> unsent.addAndGet(-length));
    }
}
