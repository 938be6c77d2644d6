package dev.greengraph.upstream.call;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * Bounds one call in time and size. The REST client itself has neither: its read timeout starts anew with every byte, so
 * that an upstream which drips holds a connection for ever, and it reads a body of any size.
 */
public final class ResponseGuard implements Consumer<HttpClientRequest> {

    /** Code of a call that was ended because its time was over. */
    public static final long OUT_OF_TIME = 0x6701;
    /** Code of a call that was ended because its body grew too large. */
    public static final long TOO_LARGE = 0x6702;

    private final InFlightCalls inFlight;
    private final Vertx vertx;
    private final Duration timeout;
    private final long maxBody;

    ResponseGuard(InFlightCalls inFlight, Vertx vertx, Duration timeout, long maxBody) {
        this.inFlight = inFlight;
        this.vertx = vertx;
        this.timeout = timeout;
        this.maxBody = maxBody;
    }

    @Override
    public void accept(HttpClientRequest request) {
        inFlight.sent(request.path());
        long timer = vertx.setTimer(timeout.toMillis(), ignored -> request.reset(OUT_OF_TIME));
        request.response().onFailure(failure -> vertx.cancelTimer(timer)).onSuccess(response -> {
            response.end().onComplete(end -> vertx.cancelTimer(timer));
            limit(request, response);
        });
    }

    private void limit(HttpClientRequest request, HttpClientResponse response) {
        long[] read = {0};
        response.handler(chunk -> {
            read[0] += chunk.length();
            if (read[0] > maxBody) {
                request.reset(TOO_LARGE);
            }
        });
    }
}
