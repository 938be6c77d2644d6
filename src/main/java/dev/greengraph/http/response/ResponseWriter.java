package dev.greengraph.http.response;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.greengraph.admission.document.DocumentLimits;
import dev.greengraph.graphql.error.CallerError;
import dev.greengraph.graphql.error.DocumentError;
import dev.greengraph.graphql.error.ErrorMapping;
import dev.greengraph.graphql.error.Refusal;
import dev.greengraph.http.guard.RequestId;
import dev.greengraph.http.load.LimitsConfig;
import dev.greengraph.http.load.LoadShedder;
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

/** Writes responses: the negotiated media type, its status, errors with their codes. */
@Singleton
public class ResponseWriter {

    private final ObjectMapper json;
    private final ErrorMapping errors;
    private final CostReport cost;
    private final long maxBody;
    private final long maxUnsent;
    /** Bytes of responses that are not yet sent. */
    private final AtomicLong unsent = new AtomicLong();

    ResponseWriter(
            ObjectMapper json, ErrorMapping errors, CostReport cost, DocumentLimits documents, LimitsConfig limits) {
        this.json = json;
        this.errors = errors;
        this.cost = cost;
        this.maxBody = documents.answerBody().asLongValue();
        this.maxUnsent = limits.unsentAnswers().asLongValue();
    }

    /** Writes the result of an execution; a refusal instead if it is too long, or if too many bytes are not yet sent. */
    public void write(RoutingContext context, ExecutionResult result) {
        if (unsent.get() >= maxUnsent) {
            refuse(context, LoadShedder.overloaded());
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
        cost.of(context).ifPresent(report -> body.put("extensions", Map.of("cost", report)));
        Buffer text = BoundedJson.of(body, json, maxBody);
        if (hasData) {
            RequestRecord.of(context).data();
        }
        int status = !hasData && MediaType.of(context) == MediaType.GRAPHQL_RESPONSE ? 400 : 200;
        send(context, status, result.getErrors().isEmpty() ? compressed(context, text) : text);
    }

    /** Never for errors: they hold a request id of the caller's choice beside data (BREACH). */
    private static Buffer compressed(RoutingContext context, Buffer text) {
        if (text.length() < Gzip.MIN_BYTES || !Gzip.isAccepted(context)) {
            return text;
        }
        context.response().putHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
        return Gzip.compress(text);
    }

    /** Answers a request that was not executed. */
    public void refuse(RoutingContext context, Refusal refusal) {
        refusal.retryAfter()
                .ifPresent(
                        wait -> context.response().putHeader(HttpHeaders.RETRY_AFTER, Long.toString(wait.toSeconds())));
        send(context, refusal.status(), error(context, refusal.error()));
    }

    /** Answers an execution that failed. */
    public void fail(RoutingContext context, Throwable failure) {
        send(context, 500, error(context, errors.of(failure)));
    }

    private Map<String, Object> error(RoutingContext context, GraphQLError error) {
        Map<String, Object> view = new LinkedHashMap<>();
        CallerError shown = error instanceof ExceptionWhileDataFetching fetching
                ? errors.of(fetching.getException())
                : DocumentError.of(error);
        view.put("message", shown.message());
        Map<String, Object> specified = error.toSpecification();
        for (String field : List.of("locations", "path")) {
            if (specified.get(field) != null) {
                view.put(field, specified.get(field));
            }
        }
        view.put("extensions", extensions(context, shown));
        return view;
    }

    private Buffer error(RoutingContext context, CallerError error) {
        Map<String, Object> view = Map.of("message", error.message(), "extensions", extensions(context, error));
        return BoundedJson.of(Map.of("errors", List.of(view)), json, Long.MAX_VALUE);
    }

    private static Map<String, Object> extensions(RoutingContext context, CallerError error) {
        RequestRecord.of(context).error(error.code());
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
                .onComplete(sent -> unsent.addAndGet(-length));
    }
}
