package dev.greengraph.http;

import io.smallrye.graphql.execution.ExecutionResponse;
import io.smallrye.graphql.execution.ExecutionResponseWriter;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

/** Writes what the execution service comes back with, on the context that it was made on: the request's own. */
final class Answer implements ExecutionResponseWriter {

    private final RoutingContext context;
    private final String query;
    private final OperationsInFlight inFlight;
    private final ResponseWriter writer;
    private final @Nullable Context owner = Vertx.currentContext();

    /** @param query the text of the document */
    Answer(RoutingContext context, String query, OperationsInFlight inFlight, ResponseWriter writer) {
        this.context = context;
        this.query = query;
        this.inFlight = inFlight;
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
        inFlight.end(context);
        if (owner == null || owner == Vertx.currentContext()) {
            answerOrFail(answer);
        } else {
            owner.runOnContext(ignored -> answerOrFail(answer));
        }
    }

    /** Nobody is above who would answer: without this the caller would wait until its connection is closed. */
    private void answerOrFail(Runnable answer) {
        try {
            answer.run();
        } catch (RuntimeException broken) {
            writer.fail(context, broken);
        }
    }
}
