package dev.greengraph.http.media;

import dev.greengraph.account.Account;
import dev.greengraph.http.load.LimitsConfig;
import dev.greengraph.media.MediaFiles;
import dev.greengraph.media.Thumbnail;
import dev.greengraph.media.address.FileId;
import dev.greengraph.media.address.FileId.Part;
import dev.greengraph.media.address.MediaConfig;
import dev.greengraph.observe.media.MediaMetrics;
import dev.greengraph.observe.media.MediaMetrics.Outcome;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/** Answers a request for a file whose caller may have it. */
@Singleton
class FileAnswer {

    private static final Pattern CONTENT_RANGE =
            Pattern.compile("bytes ([0-9]{1,15}-[0-9]{1,15}|\\*)/([0-9]{1,15}|\\*)");

    private final Vertx vertx;
    private final MediaFiles files;
    private final MediaConfig config;
    private final LimitsConfig limits;
    private final MediaMetrics metrics;
    private final AtomicInteger streams = new AtomicInteger();

    FileAnswer(Vertx vertx, MediaFiles files, MediaConfig config, LimitsConfig limits, MediaMetrics metrics) {
        this.vertx = vertx;
        this.files = files;
        this.config = config;
        this.limits = limits;
        this.metrics = metrics;
        metrics.streams(streams::get);
    }

    /**
     * Answers it; fails the request with what the caller is to be told.
     *
     * @param name of the file, as it stands in the address
     */
    void send(RoutingContext context, Account account, FileId file, String name) {
        String etag = FileHeaders.etag(name);
        if (FileHeaders.isHeld(context.request(), etag)) {
            FileHeaders.common(context.response(), etag);
            metrics.ended(Outcome.NOT_MODIFIED);
            context.response().setStatusCode(304).end();
        } else if (streams.incrementAndGet() > config.streams()) {
            streams.decrementAndGet();
            throw new Problem(503, "Too many files are being sent.", Outcome.OVERLOADED, Duration.ofSeconds(1));
        } else {
            new Pending(context, account, file, etag).begin();
        }
    }

    /** A request that holds one of the places, until its answer has ended. */
    private final class Pending {

        private final RoutingContext context;
        private final HttpServerRequest request;
        private final HttpServerResponse response;
        private final Account account;
        private final FileId file;
        private final String etag;
        private final long deadline;
        private boolean isAnswered;

        Pending(RoutingContext context, Account account, FileId file, String etag) {
            this.context = context;
            this.request = context.request();
            this.response = context.response();
            this.account = account;
            this.file = file;
            this.etag = etag;
            this.deadline = vertx.setTimer(
                    limits.requestTime().toMillis(),
                    late -> fail(new Problem(504, "The file did not come in time.", Outcome.STORAGE_FAILED)));
        }

        void begin() {
            response.closeHandler(left -> giveUp());
            try {
                ask();
            } catch (RuntimeException failure) {
                fail(failure);
            }
        }

        private void ask() {
            if (file.part() == Part.THUMBNAIL) {
                files.thumbnail(account, file).onSuccess(this::send).onFailure(this::fail);
            } else {
                files.open(account, file, FileHeaders.range(request, etag))
                        .onSuccess(this::send)
                        .onFailure(this::fail);
            }
        }

        private void send(Thumbnail picture) {
            if (answer()) {
                release();
                FileHeaders.common(response, etag);
                FileHeaders.content(response, picture.type(), Optional.empty());
                response.putHeader(
                        HttpHeaders.CONTENT_LENGTH,
                        Integer.toString(picture.content().length()));
                metrics.ended(Outcome.SENT);
                if (isHead()) {
                    response.end();
                } else {
                    metrics.sent(picture.content().length());
                    response.end(picture.content());
                }
            }
        }

        private void send(HttpClientResponse stored) {
            if (!answer()) {
                stored.request().reset();
                return;
            }
            head(stored);
            if (isHead() || stored.statusCode() == 416) {
                stored.request().reset();
                release();
                metrics.ended(Outcome.SENT);
                response.end();
            } else {
                new FileStream(vertx, stored, response, config, metrics, this::release).begin();
            }
        }

        /** Of the storage's headers only those that say what comes. */
        private void head(HttpClientResponse stored) {
            response.setStatusCode(stored.statusCode());
            FileHeaders.common(response, etag);
            FileHeaders.content(response, stored.getHeader(HttpHeaders.CONTENT_TYPE), files.name(account, file));
            String range = stored.getHeader(HttpHeaders.CONTENT_RANGE);
            if (range != null && CONTENT_RANGE.matcher(range).matches()) {
                response.putHeader(HttpHeaders.CONTENT_RANGE, range);
            }
            if (stored.statusCode() == 206 || "bytes".equals(stored.getHeader(HttpHeaders.ACCEPT_RANGES))) {
                response.putHeader(HttpHeaders.ACCEPT_RANGES, "bytes");
            }
            String length = stored.getHeader(HttpHeaders.CONTENT_LENGTH);
            if (stored.statusCode() == 416) {
                response.putHeader(HttpHeaders.CONTENT_LENGTH, "0");
            } else if (length != null) {
                response.putHeader(HttpHeaders.CONTENT_LENGTH, length);
            } else {
                response.setChunked(!isHead());
            }
        }

        private boolean isHead() {
            return request.method().equals(HttpMethod.HEAD);
        }

        private void fail(Throwable failure) {
            if (answer()) {
                release();
                context.fail(failure);
            }
        }

        /** The caller has left before anything was sent. */
        private void giveUp() {
            if (answer()) {
                release();
                metrics.ended(Outcome.ABORTED);
            }
        }

        /** Whether nothing has answered it yet. */
        private boolean answer() {
            boolean isFirst = !isAnswered;
            isAnswered = true;
            vertx.cancelTimer(deadline);
            return isFirst;
        }

        private void release() {
            streams.decrementAndGet();
        }
    }
}
