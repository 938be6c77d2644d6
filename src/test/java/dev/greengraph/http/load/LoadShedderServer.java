package dev.greengraph.http.load;

import dev.greengraph.graphql.error.Refusal;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** A server with a {@link LoadShedder} that has room for two, and a caller. */
final class LoadShedderServer {

    final Vertx vertx = Vertx.vertx();
    final AtomicLong nanos = new AtomicLong();
    final BlockingQueue<RoutingContext> arrived = new LinkedBlockingQueue<>();
    final BlockingQueue<RoutingContext> admitted = new LinkedBlockingQueue<>();
    Consumer<RoutingContext> whenArrived = context -> {};
    Consumer<RoutingContext> whenAdmitted = admitted::add;
    final AtomicInteger refusedForNotReading = new AtomicInteger();
    int mostWaiting;
    String waitingTime = "1ms";
    String receiveTime = "1m";
    LoadShedder load = withRequestTime(Duration.ofMinutes(1));
    final int port = serve();
    private final HttpClient caller = vertx.createHttpClient();

    /** Ends the server and the caller. */
    void stop() {
        done(vertx.close());
    }

    /** Closes the caller's connection; when this returns, all who wait for the end of the request have been told. */
    void leave(HttpClientRequest request, RoutingContext context) {
        Promise<Void> told = Promise.promise();
        context.addEndHandler(ended -> vertx.runOnContext(afterwards -> told.tryComplete()));
        request.connection().close();
        done(told.future());
    }

    Future<HttpClientResponse> ask() {
        return request().send();
    }

    HttpClientRequest request() {
        return done(caller.request(HttpMethod.POST, port, "127.0.0.1", "/"));
    }

    RoutingContext admitted() {
        return next(admitted);
    }

    static RoutingContext next(BlockingQueue<RoutingContext> queue) {
        try {
            return Objects.requireNonNull(queue.poll(5, TimeUnit.SECONDS), "nobody came");
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private int serve() {
        Router router = Router.router(vertx);
        router.route()
                .handler(this::rejectWhenEventLoopLags)
                .handler(this::admit)
                .handler(context -> whenAdmitted.accept(context))
                .failureHandler(LoadShedderServer::refused);
        return done(vertx.createHttpServer().requestHandler(router).listen(0, "127.0.0.1"))
                .actualPort();
    }

    private static void refused(RoutingContext context) {
        Refusal refusal = (Refusal) context.failure();
        refusal.retryAfter()
                .ifPresent(wait -> context.response().putHeader("Retry-After", Long.toString(wait.toSeconds())));
        context.response()
                .setStatusCode(refusal.status())
                .end(new JsonObject(refusal.error().extensions()).encode());
    }

    private void rejectWhenEventLoopLags(RoutingContext context) {
        boolean unread = context.response().writeQueueFull();
        load.rejectWhenEventLoopLags(context);
        if (unread) {
            refusedForNotReading.incrementAndGet();
        }
    }

    private void admit(RoutingContext context) {
        load.handle(context);
        whenArrived.accept(context);
        arrived.add(context);
    }

    /** Begins anew with the settings as they are now. */
    void restart() {
        load = withRequestTime(Duration.ofMinutes(1));
    }

    LoadShedder withRequestTime(Duration time) {
        LimitsConfig limits = new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(LimitsConfig.class)
                .withDefaultValue("greengraph.limits.operations-in-flight", "2")
                .withDefaultValue("greengraph.limits.operations-waiting", Integer.toString(mostWaiting))
                .withDefaultValue("greengraph.limits.waiting-time", waitingTime)
                .withDefaultValue("greengraph.limits.receive-time", receiveTime)
                .withDefaultValue("greengraph.limits.request-time", time.toString())
                .build()
                .getConfigMapping(LimitsConfig.class);
        return new LoadShedder(limits, new EventLoopLag(vertx, nanos::get));
    }

    static <T> T done(Future<T> future) {
        return future.toCompletionStage()
                .toCompletableFuture()
                .orTimeout(5, TimeUnit.SECONDS)
                .join();
    }
}
