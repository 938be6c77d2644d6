package dev.greengraph.upstream.call;

import dev.greengraph.upstream.CallListener;
import dev.greengraph.upstream.failure.AbortReason;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * Bounds one call in time and size. The REST client itself has neither: its read timeout starts anew with every byte, so
 * that an upstream which drips holds a connection for ever, and it reads a body of any size.
 */
final class ResponseGuard implements Consumer<HttpClientRequest> {

    private final InFlightCalls inFlight;
    private final AnswerMemory memory;
    private final Vertx vertx;
    private final Duration timeout;
    private final long maxBody;

    ResponseGuard(InFlightCalls inFlight, AnswerMemory memory, Vertx vertx, Duration timeout, long maxBody) {
        this.inFlight = inFlight;
        this.memory = memory;
        this.vertx = vertx;
        this.timeout = timeout;
        this.maxBody = maxBody;
    }

    @Override
    public void accept(HttpClientRequest request) {
        TrackedCall call = inFlight.take(request.path())
                .orElseGet(() -> new TrackedCall(CallListener.NONE, memory.share(), Duration.ZERO));
        if (!call.mayBeSent()) {
            call.abort(request, AbortReason.TOO_LATE);
            return;
        }
        call.sent();
        request.putHeader("Accept-Encoding", ContentCoding.OFFERED);
        long longest = timeout.plus(call.waits()).toMillis();
        long timer = vertx.setTimer(longest, ignored -> call.abort(request, AbortReason.OUT_OF_TIME));
        request.response().onFailure(failure -> vertx.cancelTimer(timer)).onSuccess(response -> {
            response.end().onComplete(end -> vertx.cancelTimer(timer));
            receive(call, request, response);
        });
    }

    private void receive(TrackedCall call, HttpClientRequest request, HttpClientResponse response) {
        Context context = vertx.getOrCreateContext();
        long[] received = {0};
        response.handler(chunk -> {
            received[0] += chunk.length();
            if (received[0] > maxBody) {
                call.abort(request, AbortReason.TOO_LARGE);
            } else if (!call.memory().take(chunk.length(), () -> context.runOnContext(room -> response.resume()))) {
                response.pause();
            }
        });
    }
}
