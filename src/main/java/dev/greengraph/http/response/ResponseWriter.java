package dev.greengraph.http.response;

import dev.greengraph.graphql.error.CallerError;
import dev.greengraph.graphql.error.DocumentError;
import dev.greengraph.graphql.error.ErrorMapping;
import dev.greengraph.graphql.error.Refusal;
import dev.greengraph.http.answer.Answer;
import dev.greengraph.http.answer.RememberedAnswers;
import dev.greengraph.http.guard.RequestId;
import dev.greengraph.http.load.LoadShedder;
import dev.greengraph.http.negotiation.MediaType;
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

/** Writes responses: the negotiated media type, its status, errors with their codes. */
@Singleton
public class ResponseWriter {

    private final BoundedJson json;
    private final ErrorMapping errors;
    private final CostReport cost;
    private final RememberedAnswers answers;
    private final ResponseSender sender;

    ResponseWriter(
            BoundedJson json, ErrorMapping errors, CostReport cost, RememberedAnswers answers, ResponseSender sender) {
        this.json = json;
        this.errors = errors;
        this.cost = cost;
        this.answers = answers;
        this.sender = sender;
    }

    /** Writes the result of an execution; a refusal instead if it is too long, or if too many bytes are not yet sent. */
    public void write(RoutingContext context, ExecutionResult result) {
        if (sender.isFull()) {
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
        boolean hasData = result.isDataPresent();
        Buffer text = text(context, result);
        if (hasData) {
            RequestRecord.of(context).data();
        }
        if (result.getErrors().isEmpty()) {
            sender.send(context, answers.executed(context, text));
        } else {
            sender.send(context, !hasData && MediaType.of(context) == MediaType.GRAPHQL_RESPONSE ? 400 : 200, text);
        }
    }

    /** A result as JSON; fails with {@link Refusal} if it is longer than allowed. */
    public Buffer text(RoutingContext context, ExecutionResult result) {
        Map<String, Object> body = new LinkedHashMap<>();
        if (!result.getErrors().isEmpty()) {
            body.put(
                    "errors",
                    result.getErrors().stream()
                            .map(error -> error(context, error))
                            .toList());
        }
        if (result.isDataPresent()) {
            body.put("data", result.getData());
        }
        cost.of(context).ifPresent(report -> body.put("extensions", Map.of("cost", report)));
        return json.answer(body);
    }

    /** A refusal as the JSON of a result. */
    public Buffer text(RoutingContext context, Refusal refusal) {
        return error(context, refusal.error());
    }

    /** A failure that nobody expected as the JSON of a result. */
    public Buffer text(RoutingContext context, Throwable failure) {
        return error(context, errors.of(failure));
    }

    /** Writes an answer from memory; a refusal instead if too many bytes are not yet sent. */
    public void write(RoutingContext context, Answer answer) {
        if (sender.isFull()) {
            refuse(context, LoadShedder.overloaded());
        } else {
            RequestRecord.of(context).data();
            sender.send(context, answer);
        }
    }

    /** Answers a request that was not executed. */
    public void refuse(RoutingContext context, Refusal refusal) {
        refusal.retryAfter()
                .ifPresent(
                        wait -> context.response().putHeader(HttpHeaders.RETRY_AFTER, Long.toString(wait.toSeconds())));
        sender.send(context, refusal.status(), error(context, refusal.error()));
    }

    /** Answers an execution that failed. */
    public void fail(RoutingContext context, Throwable failure) {
        sender.send(context, 500, error(context, errors.of(failure)));
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
        return json.error(Map.of("errors", List.of(view)));
    }

    private static Map<String, Object> extensions(RoutingContext context, CallerError error) {
        RequestRecord.of(context).error(error.code());
        Map<String, Object> extensions = error.extensions();
        extensions.put(RequestId.KEY, RequestId.of(context));
        return extensions;
    }
}
