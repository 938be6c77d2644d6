package dev.greengraph.http.subscription;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.greengraph.testsupport.gateway.GraphqlSocket;
import dev.greengraph.testsupport.process.GatewayProcess;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The packaged gateway tells what changes at an upstream, through real connections and by its own timers. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class EventStreamIT {

    private final HttpClient caller =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Test
    void tellsWhatChangesAndEndsWithTheProcess() throws Exception {
        try (GrowingUpstream upstream = new GrowingUpstream();
                GatewayProcess gateway = GatewayProcess.start(settings(upstream));
                GraphqlSocket socket = GraphqlSocket.open(
                                URI.create(gateway.uri("/graphql").toString().replaceFirst("http", "ws")))
                        .acknowledged()) {
            upstream.awaitNothing();
            Iterator<String> first = subscribe(gateway, "messageChanged");
            socket.subscribe("1", document("messageChanged"));
            Iterator<String> chats =
                    open(gateway, "subscription { chatChanged { chat { chatId lastMessage { messageId } } } }");
            Iterator<String> account = open(gateway, "subscription { accountChanged { name } }");
            upstream.awaitReading();

            upstream.add("A");
            JsonObject added = next(first);
            assertEquals("ADDED A text of A", shown(added));
            assertEquals("ADDED A text of A", shown(new JsonObject(socket.next()).getJsonObject("payload")));

            Iterator<String> second = subscribe(gateway, "messageChanged(after: \"" + position(added) + "\")");
            upstream.add("B");
            assertEquals("ADDED B text of B", shown(next(first)));
            assertEquals("ADDED B text of B", shown(next(second)));

            notify(gateway, "C");
            assertEquals("ADDED C text of C", shown(next(first)));
            assertEquals("ADDED C text of C", shown(next(second)));
            upstream.awaitNothing();
            notify(gateway, "D");
            assertEquals("ADDED D text of D", shown(next(first)));
            assertEquals("ADDED D text of D", shown(next(second)));
            assertTrue(upstream.wasNotAsked(), "a journal of which notifications come is not read");

            assertEquals("D", lastMessages(chats, 4).get(3));
            notify(gateway, new JsonObject().put("typeWebhook", "stateInstanceChanged"));
            assertEquals(
                    "main",
                    next(account)
                            .getJsonObject("data")
                            .getJsonObject("accountChanged")
                            .getString("name"));

            gateway.terminate();

            assertFalse(anyNext(first), "no event any more");
            assertFalse(anyNext(second), "no event any more");
            assertThat(socket.closed(), startsWith("1012 Come back"));
            assertEquals(143, gateway.awaitEnd(Duration.ofSeconds(20)));
            assertFalse(gateway.log().contains(" ERROR "), gateway.log());
        }
    }

    private void notify(GatewayProcess gateway, String id) throws IOException, InterruptedException {
        notify(gateway, GrowingUpstream.text(id).put("typeWebhook", "incomingMessageReceived"));
    }

    private void notify(GatewayProcess gateway, JsonObject notification) throws IOException, InterruptedException {
        HttpResponse<Void> taken = caller.send(
                HttpRequest.newBuilder(gateway.uri("/webhooks/path-of-a-test-that-is-long"))
                        .header("Authorization", "Bearer token-of-a-test-that-is-long")
                        .POST(HttpRequest.BodyPublishers.ofString(notification.encode()))
                        .build(),
                HttpResponse.BodyHandlers.discarding());
        assertEquals(200, taken.statusCode());
    }

    private static Map<String, String> settings(GrowingUpstream upstream) {
        return Map.of(
                "greengraph.notifications.accounts.main.path", "path-of-a-test-that-is-long",
                "greengraph.notifications.accounts.main.token", "token-of-a-test-that-is-long",
                "greengraph.accounts.main.id-instance", "7103000001",
                "greengraph.accounts.main.api-token", "token-of-a-test",
                "greengraph.accounts.main.api-url", upstream.url(),
                "greengraph.cache.messages.fresh-for", "1s",
                "greengraph.live.goodbye", "200ms",
                "quarkus.shutdown.delay", "1s");
    }

    private Iterator<String> subscribe(GatewayProcess gateway, String field) throws IOException, InterruptedException {
        return open(gateway, document(field));
    }

    private Iterator<String> open(GatewayProcess gateway, String document) throws IOException, InterruptedException {
        String body = new JsonObject().put("query", document).encode();
        HttpResponse<Stream<String>> answer = caller.send(
                HttpRequest.newBuilder(gateway.uri("/graphql"))
                        .header("Content-Type", "application/json")
                        .header("Accept", "text/event-stream")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofLines());
        assertEquals(200, answer.statusCode());
        return answer.body().iterator();
    }

    private static String document(String field) {
        return "subscription { " + field + " { kind position message { messageId text } } }";
    }

    /** The next event; heartbeats are passed over. */
    private static JsonObject next(Iterator<String> lines) {
        while (lines.hasNext()) {
            String line = lines.next();
            if (line.startsWith("data: {")) {
                return new JsonObject(line.substring("data: ".length()));
            }
        }
        throw new AssertionError("the stream has ended");
    }

    /** The last message of the chat that each of the next events shows. */
    private static List<String> lastMessages(Iterator<String> chats, int events) {
        return Stream.generate(() -> next(chats))
                .limit(events)
                .map(result -> result.getJsonObject("data")
                        .getJsonObject("chatChanged")
                        .getJsonObject("chat")
                        .getJsonObject("lastMessage")
                        .getString("messageId"))
                .toList();
    }

    /** Reads to the end of the stream. */
    private static boolean anyNext(Iterator<String> lines) {
        boolean any = false;
        try {
            while (lines.hasNext()) {
                any |= lines.next().startsWith("event:");
            }
        } catch (RuntimeException cut) {
            assertTrue(cut.getCause() instanceof IOException, cut::toString);
        }
        return any;
    }

    private static String position(JsonObject result) {
        return change(result).getString("position");
    }

    private static String shown(JsonObject result) {
        JsonObject message = change(result).getJsonObject("message");
        return change(result).getString("kind") + " " + message.getString("messageId") + " "
                + message.getString("text");
    }

    private static JsonObject change(JsonObject result) {
        return result.getJsonObject("data").getJsonObject("messageChanged");
    }

    /** An upstream that receives a text whenever the test says so. */
    private static final class GrowingUpstream implements AutoCloseable {

        private final Vertx vertx = Vertx.vertx();
        private final JsonArray incoming = new JsonArray();
        private final Semaphore readings = new Semaphore(0);
        private final int port = vertx.createHttpServer()
                .requestHandler(this::answer)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join()
                .actualPort();

        String url() {
            return "http://127.0.0.1:" + port;
        }

        void awaitNothing() {
            readings.drainPermits();
        }

        /** Whether nobody asked since then. */
        boolean wasNotAsked() {
            return readings.availablePermits() == 0;
        }

        /** Waits until it was asked for what was received. */
        void awaitReading() throws InterruptedException {
            readings.acquire();
        }

        synchronized void add(String id) {
            incoming.add(text(id));
        }

        static JsonObject text(String id) {
            return new JsonObject()
                    .put("type", "incoming")
                    .put("idMessage", id)
                    .put("timestamp", Instant.now().getEpochSecond())
                    .put("typeMessage", "textMessage")
                    .put("chatId", "70000001001@c.us")
                    .put("senderId", "70000001001@c.us")
                    .put("textMessage", "text of " + id);
        }

        private synchronized void answer(HttpServerRequest request) {
            boolean isIncoming = request.path().contains("/lastIncomingMessages/");
            request.response()
                    .putHeader("Content-Type", "application/json")
                    .end((isIncoming ? incoming : new JsonArray()).encode());
            if (isIncoming) {
                readings.release();
            }
        }

        @Override
        public void close() {
            vertx.close().toCompletionStage().toCompletableFuture().join();
        }
    }
}
