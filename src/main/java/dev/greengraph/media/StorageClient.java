package dev.greengraph.media;

import dev.greengraph.media.MediaFailure.Reason;
import dev.greengraph.media.address.MediaConfig;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.impl.VertxInternal;
import io.vertx.core.net.SocketAddress;
import io.vertx.core.tracing.TracingPolicy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Fetches from the storage. The name of a host is resolved once, what it resolves to is checked, and that address is
 * connected to; each redirect is checked in the same way. Nothing of a caller is sent on but the range that is wanted.
 */
@Singleton
class StorageClient {

    private static final int MOST_REDIRECTS = 3;
    private static final int KEEP_ALIVE_SECONDS = 15;
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
    /** What storages answer to an address that is over; which of them differs from one to the next. */
    private static final Set<Integer> EXPIRED = Set.of(400, 401, 403, 404, 410);

    /** Most bytes of an answer that is read only to keep its connection. */
    private static final int SHORT = 16 * 1024;

    private static final int RANGE_UNSATISFIABLE = 416;

    private final VertxInternal vertx;
    private final StorageHosts hosts;
    private final HttpClient client;
    private final Duration idleTimeout;
    private final long maxSize;

    StorageClient(Vertx vertx, StorageHosts hosts, MediaConfig config) {
        this.vertx = (VertxInternal) vertx;
        this.hosts = hosts;
        this.idleTimeout = config.idleTimeout();
        this.maxSize = config.maxSize().asLongValue();
        this.client = vertx.createHttpClient(new HttpClientOptions()
                .setMetricsName("media")
                .setTracingPolicy(TracingPolicy.IGNORE) // an address holds a signature of the storage's
                .setConnectTimeout(Math.toIntExact(config.connectTimeout().toMillis()))
                .setKeepAliveTimeout(KEEP_ALIVE_SECONDS)
                .setMaxPoolSize(Math.max(1, config.streams())));
    }

    /**
     * The answer of the storage, paused: 200, 206, or 416 if a range is wanted.
     *
     * <p>Fails with {@link MediaFailure}. To be called on the request's Vert.x context.
     *
     * @param range the value of the header, if only a part is wanted
     */
    Future<HttpClientResponse> open(StorageLink link, @Nullable String range) {
        return open(link, range, MOST_REDIRECTS);
    }

    private Future<HttpClientResponse> open(StorageLink link, @Nullable String range, int redirects) {
        if (!hosts.allow(link)) {
            return failed(Reason.ADDRESS_REFUSED);
        }
        return resolve(link)
                .compose(address ->
                        hosts.allow(link, address) ? send(link, address, range) : failed(Reason.ADDRESS_REFUSED))
                .compose(response -> REDIRECTS.contains(response.statusCode())
                        ? follow(link, response, range, redirects)
                        : judge(response, range != null));
    }

    private Future<InetAddress> resolve(StorageLink link) {
        Promise<InetAddress> address = vertx.getOrCreateContext().promise();
        vertx.resolveAddress(link.host().replaceAll("[\\[\\]]", ""), address);
        return address.future().recover(unknown -> unavailable());
    }

    private Future<HttpClientResponse> send(StorageLink link, InetAddress address, @Nullable String range) {
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setServer(SocketAddress.inetSocketAddress(new InetSocketAddress(address, link.port())))
                .setHost(link.host())
                .setPort(link.port())
                .setSsl(link.isHttps())
                .setURI(link.path())
                .putHeader(HttpHeaders.ACCEPT_ENCODING, HttpHeaders.IDENTITY);
        if (range != null) {
            options.putHeader("Range", range);
        }
        return attempt(options)
                .recover(failure -> isLost(failure) ? attempt(options) : Future.failedFuture(failure))
                .recover(failure -> failure instanceof MediaFailure ? Future.failedFuture(failure) : unavailable());
    }

    private Future<HttpClientResponse> attempt(RequestOptions options) {
        return client.request(options).compose(this::send);
    }

    /** A connection that was kept may have been closed meanwhile: a new one helps. */
    private static boolean isLost(Throwable failure) {
        return failure instanceof HttpClosedException
                || (failure instanceof IOException && !(failure instanceof ConnectException));
    }

    private static <T> Future<T> unavailable() {
        return failed(Reason.UNAVAILABLE);
    }

    private Future<HttpClientResponse> send(HttpClientRequest request) {
        boolean[] isOver = {false};
        long timer = vertx.setTimer(idleTimeout.toMillis(), late -> {
            isOver[0] = true;
            request.reset();
        });
        return request.send()
                .map(response -> response.pause().exceptionHandler(seenByWhoReads -> {}))
                .onComplete(ended -> vertx.cancelTimer(timer))
                .recover(broken -> isOver[0] ? failed(Reason.TIMED_OUT) : Future.failedFuture(broken));
    }

    private Future<HttpClientResponse> follow(
            StorageLink link, HttpClientResponse response, @Nullable String range, int redirects) {
        discard(response);
        return redirects == 0
                ? failed(Reason.INVALID)
                : link.redirected(response.getHeader(HttpHeaders.LOCATION))
                        .map(next -> open(next, range, redirects - 1))
                        .orElseGet(() -> failed(Reason.ADDRESS_REFUSED));
    }

    private Future<HttpClientResponse> judge(HttpClientResponse response, boolean isPart) {
        Reason wrong = wrong(response, isPart);
        if (wrong == null) {
            return Future.succeededFuture(response);
        }
        discard(response);
        return failed(wrong);
    }

    /**
     * Reads a short answer to its end: a reset of one that has come whole may meet the connection when it already serves
     * another request.
     */
    private static void discard(HttpClientResponse response) {
        boolean isMeasured = response.headers().contains(HttpHeaders.CONTENT_LENGTH);
        if (isMeasured && length(response) <= SHORT) {
            response.resume();
        } else {
            response.request().reset();
        }
    }

    private @Nullable Reason wrong(HttpClientResponse response, boolean isPart) {
        int status = response.statusCode();
        if (EXPIRED.contains(status)) {
            return Reason.LINK_EXPIRED;
        }
        if (status == 429 || status >= 500) {
            return Reason.UNAVAILABLE;
        }
        boolean isAsked = status == 200 || (isPart && (status == 206 || status == RANGE_UNSATISFIABLE));
        if (!isAsked || response.headers().contains(HttpHeaders.CONTENT_ENCODING)) {
            return Reason.INVALID;
        }
        return length(response) > maxSize ? Reason.TOO_LARGE : null;
    }

    private static long length(HttpClientResponse response) {
        String length = response.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length != null && length.matches("[0-9]{1,18}") ? Long.parseLong(length) : 0;
    }

    private static <T> Future<T> failed(Reason reason) {
        return Future.failedFuture(new MediaFailure(reason));
    }
}
