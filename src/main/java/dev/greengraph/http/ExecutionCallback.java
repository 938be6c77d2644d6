package dev.greengraph.http;

import dev.greengraph.http.load.LoadShedder;
import dev.greengraph.http.request.Syntax;
import dev.greengraph.http.response.ResponseWriter;
import io.smallrye.graphql.execution.ExecutionResponse;
import io.smallrye.graphql.execution.ExecutionResponseWriter;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

/** Ends an operation: releases its place and writes the result, on the Vert.x context that created it. */
final class ExecutionCallback implements ExecutionResponseWriter {

    private final RoutingContext context;
    private final String query;
    private final LoadShedder load;
    private final ResponseWriter writer;
    private final @Nullable Context owner = Vertx.currentContext();

    /** @param query the text of the document */
    ExecutionCallback(RoutingContext context, String query, LoadShedder load, ResponseWriter writer) {
        this.context = context;
        this.query = query;
        this.load = load;
        this.writer = writer;
    }

    @Override
    public void write(ExecutionResponse response) {
        end(() -> writer.write(context, Syntax.located(response.getExecutionResult(), query)));
    }

    @Override
    public void fail(Throwable failure) {
        end(() -> writer.fail(context, failure));
    }

    private void end(Runnable answer) {
        load.end(context);
        if (owner == null || owner == Vertx.currentContext()) {
            answerOrFail(answer);
        } else {
            owner.runOnContext(ignored -> answerOrFail(answer));
        }
    }

    /** No handler is above this one: without the catch the caller would wait until its connection is closed. */
    private void answerOrFail(Runnable answer) {
        try {
            answer.run();
        } catch (RuntimeException broken) {
            writer.fail(context, broken);
        }
    }
}
