package dev.greengraph.http.subscription;

import dev.greengraph.graphql.error.Refusal;
import dev.greengraph.http.response.RequestRecord;
import dev.greengraph.http.response.ResponseWriter;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.function.Function;

/**
 * One subscription as server-sent events, in the form that graphql-sse calls distinct connections: an event {@code next} for
 * each result, and {@code complete} at the end. A stream that ends without {@code complete} is one that its client may begin
 * again.
 */
final class EventStream implements OpenConnection, Results {

    private static final Buffer COMPLETE = Buffer.buffer("event: complete\ndata:\n\n");
    private static final Buffer HEARTBEAT = Buffer.buffer(":\n\n");

    private final RoutingContext context;
    private final HttpServerResponse response;
    private final ResponseWriter writer;
    private final OpenConnections connections;

    EventStream(RoutingContext context, ResponseWriter writer, OpenConnections connections) {
        this.context = context;
        this.response = context.response();
        this.writer = writer;
        this.connections = connections;
    }

    /**
     * Sends the head, and the results as they come.
     *
     * @param begin begins the subscription; what it throws is thrown before anything is sent
     */
    void begin(Function<Results, RunningSubscription> begin) {
        RunningSubscription begun = begin.apply(this);
        if (!isOpen()) { // its only result was sent at once, or the caller has left
            begun.cancel();
            return;
        }
        connections.add(this);
        connections.check(this, context);
        context.addEndHandler(sentOrClosed -> {
            connections.remove(this);
            begun.cancel();
        });
        sendHead();
        response.write(HEARTBEAT); // with the head: the client knows that it is subscribed
    }

    private boolean isOpen() {
        return !response.ended() && !response.closed();
    }

    private void sendHead() {
        if (!response.headWritten()) {
            response.setChunked(true)
                    .putHeader(HttpHeaders.CONTENT_TYPE, "text/event-stream; charset=utf-8")
                    .putHeader(HttpHeaders.CACHE_CONTROL, "no-cache, no-transform")
                    .putHeader("X-Accel-Buffering", "no");
            RequestRecord.of(context).staysOpen();
        }
    }

    @Override
    public void next(Buffer result) {
        if (isOpen()) {
            sendHead();
            response.write(
                    Buffer.buffer("event: next\ndata: ").appendBuffer(result).appendString("\n\n"));
        }
    }

    @Override
    public boolean isFull() {
        return response.writeQueueFull();
    }

    @Override
    public void whenRead(Runnable task) {
        response.drainHandler(drained -> task.run());
    }

    @Override
    public void failed(Buffer result, boolean hasData) {
        if (isOpen()) {
            next(result);
            response.end(COMPLETE);
        }
    }

    @Override
    public void broken() {
        leave();
    }

    @Override
    public void beat() {
        if (isOpen() && !response.writeQueueFull()) {
            response.write(HEARTBEAT);
        }
    }

    @Override
    public void leave() {
        if (isOpen()) {
            response.end();
        }
    }

    @Override
    public void refuse(Refusal refusal) {
        failed(writer.text(context, refusal), false);
    }
}
