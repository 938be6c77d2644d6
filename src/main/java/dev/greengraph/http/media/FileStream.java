package dev.greengraph.http.media;

import dev.greengraph.media.address.MediaConfig;
import dev.greengraph.observe.media.MediaMetrics;
import dev.greengraph.observe.media.MediaMetrics.Outcome;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpServerResponse;

/**
 * Sends a file as it comes from the storage, piece by piece: the next one is fetched when the caller has taken the last, so
 * that no more than one is held, and a slow caller has the time of {@code greengraph.limits.send-time} for each piece, not for
 * the whole. A file that does not come whole ends the connection, so that the caller sees it.
 */
final class FileStream {

    private static final long NONE = -1;

    private final Vertx vertx;
    private final Context context = Vertx.currentContext();
    private final HttpClientResponse source;
    private final HttpServerResponse target;
    private final MediaConfig config;
    private final MediaMetrics metrics;
    private final Runnable release;
    private final long whole;
    private long idle = NONE;
    private long sent;
    private boolean isOver;

    /** @param release called once, when it has ended */
    FileStream(
            Vertx vertx,
            HttpClientResponse source,
            HttpServerResponse target,
            MediaConfig config,
            MediaMetrics metrics,
            Runnable release) {
        this.vertx = vertx;
        this.source = source;
        this.target = target;
        this.config = config;
        this.metrics = metrics;
        this.release = release;
        this.whole = vertx.setTimer(config.maxTime().toMillis(), late -> abort());
    }

    /** Begins; the head of the answer is complete. */
    void begin() {
        target.exceptionHandler(broken -> abort());
        target.closeHandler(left -> abort());
        source.exceptionHandler(broken -> abort()).handler(this::send).endHandler(end -> finish());
        next();
    }

    private void next() {
        if (!isOver) {
            idle = vertx.setTimer(config.idleTimeout().toMillis(), late -> abort());
            source.fetch(1);
        }
    }

    private void send(Buffer piece) {
        vertx.cancelTimer(idle);
        sent += piece.length();
        if (isOver) {
            return;
        }
        if (sent > config.maxSize().asLongValue()) {
            abort();
            return;
        }
        metrics.sent(piece.length());
        // Not at once: the timers of the connection must first have seen that the piece was taken.
        target.write(piece)
                .onSuccess(taken -> context.runOnContext(then -> next()))
                .onFailure(broken -> abort());
    }

    private void finish() {
        if (end()) {
            metrics.ended(Outcome.SENT);
            target.end();
        }
    }

    private void abort() {
        if (end()) {
            metrics.ended(Outcome.ABORTED);
            source.request().reset();
            target.reset();
        }
    }

    private boolean end() {
        if (isOver) {
            return false;
        }
        isOver = true;
        vertx.cancelTimer(idle);
        vertx.cancelTimer(whole);
        release.run();
        return true;
    }
}
