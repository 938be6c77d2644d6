package dev.greengraph.http.execution;

import dev.greengraph.http.load.LoadShedder;
import dev.greengraph.http.response.ResponseWriter;
import graphql.ExecutionResult;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.CompletionException;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Ends an operation: releases its place and writes the result, on the Vert.x context that created it. */
final class ExecutionCallback implements BiConsumer<@Nullable ExecutionResult, @Nullable Throwable> {

    private final RoutingContext context;
    private final LoadShedder load;
    private final ResponseWriter writer;
    private final @Nullable Context owner = Vertx.currentContext();

    ExecutionCallback(RoutingContext context, LoadShedder load, ResponseWriter writer) {
        this.context = context;
        this.load = load;
        this.writer = writer;
    }

    @Override
    public void accept(@Nullable ExecutionResult result, @Nullable Throwable failure) {
        load.end(context);
        if (owner == null || owner == Vertx.currentContext()) {
            answerOrFail(result, failure);
        } else {
            owner.runOnContext(ignored -> answerOrFail(result, failure));
        }
    }

    /** No handler is above this one: without the catch the caller would wait until its connection is closed. */
    private void answerOrFail(@Nullable ExecutionResult result, @Nullable Throwable failure) {
        try {
            answer(result, failure);
        } catch (RuntimeException broken) {
            writer.fail(context, broken);
        }
    }

    private void answer(@Nullable ExecutionResult result, @Nullable Throwable failure) {
        if (result != null) {
            writer.write(context, result);
        } else if (failure instanceof CompletionException && failure.getCause() != null) {
            writer.fail(context, failure.getCause());
        } else {
            writer.fail(context, failure == null ? new IllegalStateException("no result") : failure);
        }
    }
}
