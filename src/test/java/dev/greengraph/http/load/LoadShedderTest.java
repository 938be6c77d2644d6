package dev.greengraph.http.load;

import static dev.greengraph.http.load.LoadShedderServer.done;
import static dev.greengraph.http.load.LoadShedderServer.next;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.greengraph.testsupport.gateway.Gateway;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The limit on operations in flight; all that may happen to one of its slots is in one file. */
class LoadShedderTest {

    private final LoadShedderServer at = new LoadShedderServer();

    @AfterEach
    void stop() {
        at.stop();
    }

    @Test
    void refusesWhatIsBeyondTheLimitBeforeItsBodyIsThere() {
        at.ask();
        at.ask();
        at.admitted();
        at.admitted();

        HttpClientRequest third = at.request();
        Future<HttpClientResponse> answer = third.response();
        Future<Buffer> body = answer.compose(HttpClientResponse::body);
        HttpClientResponse refused = done(third.setChunked(true).sendHead().compose(sent -> answer));

        assertEquals(503, refused.statusCode());
        assertEquals("1", refused.getHeader("Retry-After"));
        JsonObject error = done(body).toJsonObject();
        assertEquals("OVERLOADED", error.getString("code"));
        assertEquals(true, error.getBoolean("retryable"));
        assertEquals(1_000, error.getInteger("retryAfterMs"));
        assertEquals(2, at.load.inUse());
    }

    @Test
    void whoWaitsForASlotGetsTheNextThatIsFree() {
        at.mostWaiting = 1;
        at.waitingTime = "1m";
        at.restart();
        at.ask();
        at.ask();
        RoutingContext first = at.admitted();
        at.admitted();
        Future<HttpClientResponse> third = at.ask();
        Future<HttpClientResponse> fourth = at.ask();
        assertEquals(
                503,
                done(Future.any(third, fourth)
                                .compose(either ->
                                        Future.succeededFuture(third.isComplete() ? third.result() : fourth.result())))
                        .statusCode());

        first.response().end();
        at.admitted().response().end();

        assertEquals(
                200,
                done(third.isComplete() && third.result().statusCode() == 503 ? fourth : third)
                        .statusCode());
        assertEquals(1, at.load.inUse());
    }

    @Test
    void givesNoSlotToACallerWhoHasLeftBefore() {
        at.whenAdmitted = context -> {
            context.addEndHandler(gone -> at.load.handle(context));
            at.admitted.add(context);
        };
        HttpClientRequest request = at.request();
        done(request.setChunked(true).sendHead());

        at.leave(request, at.admitted());

        assertEquals(0, at.load.inUse());
    }

    @Test
    void givesASlotBackOfWhichTheCallerLeavesJustWhenItIsItsTurn() {
        at.mostWaiting = 1;
        at.waitingTime = "1m";
        at.restart();
        at.ask();
        at.ask();
        next(at.arrived);
        next(at.arrived);
        RoutingContext first = at.admitted();
        at.load.begin(first);
        at.admitted();
        // The last handler of the end is the first that is told: in that moment a slot is free.
        Promise<Void> entered = Promise.promise();
        at.whenArrived = context -> context.addEndHandler(gone -> {
            at.load.end(first);
            at.vertx.runOnContext(afterwards -> entered.complete());
        });
        HttpClientRequest third = at.request();
        done(third.setChunked(true).sendHead());
        next(at.arrived);

        third.connection().close();
        done(entered.future());

        assertEquals(1, at.load.inUse());
        assertTrue(at.admitted.isEmpty(), "it has left");
    }

    @Test
    void whoWaitsTooLongIsRefused() {
        at.mostWaiting = 1;
        at.restart();
        at.ask();
        at.ask();
        at.admitted();
        at.admitted();

        assertEquals(503, done(at.ask()).statusCode());
        assertEquals(2, at.load.inUse());
    }

    @Test
    void refusesWhatHasWaitedTooLongForItsTurn() throws IOException {
        String question = "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n";
        at.whenAdmitted = context -> {
            context.response().end();
            at.nanos.addAndGet(Duration.ofMillis(1_001).toNanos());
        };
        // Three that arrive together and are taken in one round.
        byte[] together = question.repeat(3).getBytes(StandardCharsets.US_ASCII);
        try (Socket socket = new Socket("127.0.0.1", at.port)) {
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
            Future<HttpClientResponse> answer = at.ask();
            at.admitted().response().end();
            assertEquals(200, done(answer).statusCode());
        }

        assertEquals(0, at.load.inUse());
    }

    @Test
    void freesASlotOfWhichTheCallerLeavesBeforeTheOperationBegins() {
        HttpClientRequest request = at.request();
        done(request.setChunked(true).sendHead());
        RoutingContext context = at.admitted();
        assertEquals(1, at.load.inUse());

        at.leave(request, context);

        assertEquals(0, at.load.inUse());
    }

    @Test
    void closesTheConnectionOfACallerWhoseBodyDoesNotCome() throws IOException {
        at.receiveTime = "1ms";
        at.restart();
        String head = "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n";
        try (Socket silent = new Socket("127.0.0.1", at.port)) {
            silent.setSoTimeout(5_000);
            silent.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));

            assertEquals(-1, silent.getInputStream().read());
        }
        Gateway.await(() -> at.load.inUse() == 0);
    }

    @Test
    void hasAllTheTimeOfAnOperationOnceThatHasBegun() {
        at.receiveTime = "1ms";
        at.restart();
        at.whenAdmitted = context -> {
            at.load.begin(context);
            context.vertx().setTimer(50, later -> context.response().end());
        };

        assertEquals(200, done(at.ask()).statusCode());
    }

    @Test
    void keepsASlotOfWhichTheCallerLeavesUntilTheOperationEnds() {
        HttpClientRequest request = at.request();
        done(request.setChunked(true).sendHead());
        RoutingContext context = at.admitted();
        at.load.begin(context);

        at.leave(request, context);
        assertEquals(1, at.load.inUse());

        at.load.end(context);
        assertEquals(0, at.load.inUse());
        at.load.end(context);
        assertEquals(0, at.load.inUse());
    }

    @Test
    void freesASlotOnceHoweverTheOperationEnds() {
        Future<HttpClientResponse> answer = at.ask();
        RoutingContext context = at.admitted();
        at.load.begin(context);

        at.load.end(context);
        context.response().end();
        done(answer);
        done(context.request().connection().close());

        assertEquals(0, at.load.inUse());
    }

    @Test
    void freesTheSlotOfAnOperationThatNeverEndsWhenItsTimeIsOver() {
        at.load = at.withRequestTime(Duration.ofMillis(1));
        at.ask();
        at.load.begin(at.admitted());

        Gateway.await(() -> at.load.inUse() == 0);
    }

    @Test
    void takesNoFurtherRequestOfACallerThatDoesNotRead() throws IOException {
        byte[] question = "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
        int answer = 32 * 1024 * 1024;
        try (Socket lazy = new Socket("127.0.0.1", at.port)) {
            lazy.getOutputStream().write(question);
            RoutingContext first = at.admitted();
            first.response().end(Buffer.buffer(new byte[answer]));
            lazy.getOutputStream().write(question);
            lazy.getOutputStream().write(question);
            Gateway.await(() -> at.refusedForNotReading.get() == 1);

            long taken = lazy.getInputStream().transferTo(OutputStream.nullOutputStream());

            assertTrue(taken > answer && taken < answer + 200, "one answer and the end: " + taken);
            assertTrue(at.admitted.isEmpty());
        }
    }
}
