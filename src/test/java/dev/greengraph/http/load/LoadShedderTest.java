package dev.greengraph.http.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.greengraph.graphql.error.Refusal;
import dev.greengraph.testsupport.gateway.Gateway;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The limit on operations in flight, behind a server of its own with room for two. */
class LoadShedderTest {

    private final Vertx vertx = Vertx.vertx();
    private final AtomicLong nanos = new AtomicLong();
    private final BlockingQueue<RoutingContext> arrived = new LinkedBlockingQueue<>();
    private final BlockingQueue<RoutingContext> admitted = new LinkedBlockingQueue<>();
    private Consumer<RoutingContext> whenArrived = context -> {};
    private Consumer<RoutingContext> whenAdmitted = admitted::add;
    private final AtomicInteger refusedForNotReading = new AtomicInteger();
    private int mostWaiting;
    private String waitingTime = "1ms";
    private String receiveTime = "1m";
    private LoadShedder load = withRequestTime(Duration.ofMinutes(1));
    private final int port = serve();
    private final HttpClient caller = vertx.createHttpClient();

    @AfterEach
    void stop() {
        done(vertx.close());
    }

    @Test
    void refusesWhatIsBeyondTheLimitBeforeItsBodyIsThere() {
        ask();
        ask();
        admitted();
        admitted();

        HttpClientRequest third = request();
        Future<HttpClientResponse> answer = third.response();
        Future<Buffer> body = answer.compose(HttpClientResponse::body);
        HttpClientResponse refused = done(third.setChunked(true).sendHead().compose(sent -> answer));

        assertEquals(503, refused.statusCode());
        assertEquals("1", refused.getHeader("Retry-After"));
        JsonObject error = done(body).toJsonObject();
        assertEquals("OVERLOADED", error.getString("code"));
        assertEquals(true, error.getBoolean("retryable"));
        assertEquals(1_000, error.getInteger("retryAfterMs"));
        assertEquals(2, load.inUse());
    }

    @Test
    void whoWaitsForASlotGetsTheNextThatIsFree() {
        mostWaiting = 1;
        waitingTime = "1m";
        load = withRequestTime(Duration.ofMinutes(1));
        ask();
        ask();
        RoutingContext first = admitted();
        admitted();
        Future<HttpClientResponse> third = ask();
        Future<HttpClientResponse> fourth = ask();
        assertEquals(
                503,
                done(Future.any(third, fourth)
                                .compose(either ->
                                        Future.succeededFuture(third.isComplete() ? third.result() : fourth.result())))
                        .statusCode());

        first.response().end();
        admitted().response().end();

        assertEquals(
                200,
                done(third.isComplete() && third.result().statusCode() == 503 ? fourth : third)
                        .statusCode());
        assertEquals(1, load.inUse());
    }

    @Test
    void givesNoSlotToACallerWhoHasLeftBefore() {
        whenAdmitted = context -> {
            context.addEndHandler(gone -> load.handle(context));
            admitted.add(context);
        };
        HttpClientRequest request = request();
        done(request.setChunked(true).sendHead());

        leave(request, admitted());

        assertEquals(0, load.inUse());
    }

    @Test
    void givesASlotBackOfWhichTheCallerLeavesJustWhenItIsItsTurn() {
        mostWaiting = 1;
        waitingTime = "1m";
        load = withRequestTime(Duration.ofMinutes(1));
        ask();
        ask();
        next(arrived);
        next(arrived);
        RoutingContext first = admitted();
        load.begin(first);
        admitted();
        // The last handler of the end is the first that is told: in that moment a slot is free.
        Promise<Void> entered = Promise.promise();
        whenArrived = context -> context.addEndHandler(gone -> {
            load.end(first);
            vertx.runOnContext(afterwards -> entered.complete());
        });
        HttpClientRequest third = request();
        done(third.setChunked(true).sendHead());
        next(arrived);

        third.connection().close();
        done(entered.future());

        assertEquals(1, load.inUse());
        assertTrue(admitted.isEmpty(), "it has left");
    }

    @Test
    void whoWaitsTooLongIsRefused() {
        mostWaiting = 1;
        load = withRequestTime(Duration.ofMinutes(1));
        ask();
        ask();
        admitted();
        admitted();

        assertEquals(503, done(ask()).statusCode());
        assertEquals(2, load.inUse());
    }

    @Test
    void refusesWhatHasWaitedTooLongForItsTurn() throws IOException {
        String question = "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n";
        whenAdmitted = context -> {
            context.response().end();
            nanos.addAndGet(Duration.ofMillis(1_001).toNanos());
        };
        // Three that arrive together and are taken in one round.
        byte[] together = question.repeat(3).getBytes(StandardCharsets.US_ASCII);
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.getOutputStream().write(together);
            String answers = "";
            while (answers.split("HTTP/1.1 ", -1).length <= 3) {
                answers += (char) socket.getInputStream().read();
            }
            assertTrue(answers.startsWith("HTTP/1.1 200 "), answers);
            assertTrue(answers.contains("HTTP/1.1 503 "), answers);
        }
    }

    @Test
    void freesASlotWithTheAnswer() {
        for (int i = 0; i < 5; i++) {
            Future<HttpClientResponse> answer = ask();
            admitted().response().end();
            assertEquals(200, done(answer).statusCode());
        }

        assertEquals(0, load.inUse());
    }

    @Test
    void freesASlotOfWhichTheCallerLeavesBeforeTheOperationBegins() {
        HttpClientRequest request = request();
        done(request.setChunked(true).sendHead());
        RoutingContext context = admitted();
        assertEquals(1, load.inUse());

        leave(request, context);

        assertEquals(0, load.inUse());
    }

    @Test
    void closesTheConnectionOfACallerWhoseBodyDoesNotCome() throws IOException {
        receiveTime = "1ms";
        load = withRequestTime(Duration.ofMinutes(1));
        String head = "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n";
        try (Socket silent = new Socket("127.0.0.1", port)) {
            silent.setSoTimeout(5_000);
            silent.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));

            assertEquals(-1, silent.getInputStream().read());
        }
        Gateway.await(() -> load.inUse() == 0);
    }

    @Test
    void hasAllTheTimeOfAnOperationOnceThatHasBegun() {
        receiveTime = "1ms";
        load = withRequestTime(Duration.ofMinutes(1));
        whenAdmitted = context -> {
            load.begin(context);
            context.vertx().setTimer(50, later -> context.response().end());
        };

        assertEquals(200, done(ask()).statusCode());
    }

    @Test
    void keepsASlotOfWhichTheCallerLeavesUntilTheOperationEnds() {
        HttpClientRequest request = request();
        done(request.setChunked(true).sendHead());
        RoutingContext context = admitted();
        load.begin(context);

        leave(request, context);
        assertEquals(1, load.inUse());

        load.end(context);
        assertEquals(0, load.inUse());
        load.end(context);
        assertEquals(0, load.inUse());
    }

    @Test
    void freesASlotOnceHoweverTheOperationEnds() {
        Future<HttpClientResponse> answer = ask();
        RoutingContext context = admitted();
        load.begin(context);

        load.end(context);
        context.response().end();
        done(answer);
        done(context.request().connection().close());

        assertEquals(0, load.inUse());
    }

    @Test
    void freesTheSlotOfAnOperationThatNeverEndsWhenItsTimeIsOver() {
        load = withRequestTime(Duration.ofMillis(1));
        ask();
        load.begin(admitted());

        Gateway.await(() -> load.inUse() == 0);
    }

    @Test
    void takesNoFurtherRequestOfACallerThatDoesNotRead() throws IOException {
        byte[] question = "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
        int answer = 32 * 1024 * 1024;
        try (Socket lazy = new Socket("127.0.0.1", port)) {
            lazy.getOutputStream().write(question);
            RoutingContext first = admitted();
            first.response().end(Buffer.buffer(new byte[answer]));
            lazy.getOutputStream().write(question);
            lazy.getOutputStream().write(question);
            Gateway.await(() -> refusedForNotReading.get() == 1);

            long taken = lazy.getInputStream().transferTo(OutputStream.nullOutputStream());

            assertTrue(taken > answer && taken < answer + 200, "one answer and the end: " + taken);
            assertTrue(admitted.isEmpty());
        }
    }

    /** Closes the caller's connection; when this returns, all who wait for the end of the request have been told. */
    private void leave(HttpClientRequest request, RoutingContext context) {
        Promise<Void> told = Promise.promise();
        context.addEndHandler(ended -> vertx.runOnContext(afterwards -> told.tryComplete()));
        request.connection().close();
        done(told.future());
    }

    private Future<HttpClientResponse> ask() {
        return request().send();
    }

    private HttpClientRequest request() {
        return done(caller.request(HttpMethod.POST, port, "127.0.0.1", "/"));
    }

    private RoutingContext admitted() {
        return next(admitted);
    }

    private static RoutingContext next(BlockingQueue<RoutingContext> queue) {
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
                .failureHandler(LoadShedderTest::refused);
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

    private LoadShedder withRequestTime(Duration time) {
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

    private static <T> T done(Future<T> future) {
        return future.toCompletionStage()
                .toCompletableFuture()
                .orTimeout(5, TimeUnit.SECONDS)
                .join();
    }
}
