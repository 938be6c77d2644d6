package dev.greengraph.http.response;

import dev.greengraph.http.answer.Answer;
import dev.greengraph.http.answer.CacheHeaders;
import dev.greengraph.http.load.LimitsConfig;
import dev.greengraph.http.negotiation.Gzip;
import dev.greengraph.http.negotiation.MediaType;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicLong;

/** Sends response bodies, and counts those that callers have not yet read. */
@Singleton
class ResponseSender {

    private final CacheHeaders caching;
    private final long maxUnsent;
    private final AtomicLong unsentBytes = new AtomicLong();

    ResponseSender(CacheHeaders caching, LimitsConfig limits) {
        this.caching = caching;
        this.maxUnsent = limits.unsentAnswers().asLongValue();
    }

    /** Whether so much is not yet sent that no further answer may be begun. */
    boolean isFull() {
        return unsentBytes.get() >= maxUnsent;
    }

    /** Sends an answer without errors: compressed if the caller accepts that, only its head if the caller has it. */
    void send(RoutingContext context, Answer answer) {
        boolean isCompressed = answer.plain().length() >= Gzip.MIN_BYTES && Gzip.isAccepted(context);
        if (caching.add(context, answer, isCompressed)) {
            send(context, 304, Buffer.buffer());
        } else if (isCompressed) {
            context.response().putHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
            send(context, 200, answer.compressed());
        } else {
            send(context, 200, answer.plain());
        }
    }

    /** Sends a body as it is. Errors are never compressed: they hold a request id of the caller's choice (BREACH). */
    void send(RoutingContext context, int status, Buffer body) {
        if (context.response().ended() || context.response().closed()) {
            return;
        }
        int length = body.length();
        unsentBytes.addAndGet(length);
        context.response()
                .setStatusCode(status)
                .putHeader(HttpHeaders.CONTENT_TYPE, MediaType.of(context).header())
                .end(body)
                .onComplete(sent -> unsentBytes.addAndGet(-length));
    }
}
