package dev.greengraph.http.subscription;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.greengraph.testsupport.process.EventStreamReader;
import dev.greengraph.testsupport.process.GatewayProcess;
import dev.greengraph.testsupport.process.GrowingUpstream;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Subscribers that never read, by both ways, beside one that does. Together they would be told four times as much as the whole
 * heap of the packaged gateway, which must hold none of it for long.
 */
@Timeout(value = 180, unit = TimeUnit.SECONDS)
class NeverReadingIT {

    private static final int OF_EACH_KIND = 5;
    private static final int MESSAGES = 100;
    private static final int ROUNDS = 50;
    private static final String LAST = "last ";
    private static final String PADDING = "x".repeat(10_000);
    private static final List<String> SMALL_HEAP = List.of(GatewayProcess.java(), "-Xmx128m");
    private static final String SUBSCRIPTION = "subscription { messageChanged { kind message { messageId text } } }";

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Test
    void areCutOffAndKeepNobodyFromBeingServed() throws Exception {
        List<AutoCloseable> silent = new ArrayList<>();
        try (GrowingUpstream upstream = new GrowingUpstream();
                GatewayProcess gateway = GatewayProcess.start(SMALL_HEAP, settings(upstream))) {
            EventStreamReader reader = EventStreamReader.open(gateway, SUBSCRIPTION);
            upstream.awaitReading();
            for (int i = 0; i < OF_EACH_KIND; i++) {
                silent.add(silentStream(gateway));
                silent.add(silentSocket(gateway));
            }
            await(() -> metric(gateway, "greengraph_live_subscriptions").equals("11.0"));
            CompletableFuture<Integer> read = CompletableFuture.supplyAsync(() -> readAll(reader));

            for (int round = 1; round <= ROUNDS; round++) {
                tell(gateway, "round " + round);
            }
            for (int round = 1; !read.isDone(); round++) {
                tell(gateway, LAST + round);
            }

            assertTrue(read.join() > MESSAGES, "who reads is told");
            await(() -> metric(gateway, "greengraph_live_connections").equals("1.0"));
            assertFalse(gateway.log().contains("OutOfMemoryError"), gateway.log());
            assertTrue(gateway.handle().isAlive());
        } finally {
            for (AutoCloseable each : silent) {
                each.close();
            }
        }
    }

    private static Map<String, String> settings(GrowingUpstream upstream) {
        return Map.of(
                "greengraph.notifications.accounts.main.path", "path-of-a-test-that-is-long",
                "greengraph.notifications.accounts.main.token", "token-of-a-test-that-is-long",
                "greengraph.accounts.main.id-instance", "7103000001",
                "greengraph.accounts.main.api-token", "token-of-a-test",
                "greengraph.accounts.main.api-url", upstream.url(),
                "greengraph.cache.max-memory", "8M",
                "greengraph.limits.send-time", "15s",
                "greengraph.limits.queue-time", "1m",
                "greengraph.live.heartbeat", "5s");
    }

    /** Messages that came together, as notifications. */
    private void tell(GatewayProcess gateway, String text) {
        List<CompletableFuture<HttpResponse<Void>>> told = IntStream.range(0, MESSAGES)
                .mapToObj(number -> told(gateway, text + number, text + PADDING))
                .toList();
        told.forEach(answer -> assertEquals(200, answer.join().statusCode()));
    }

    private CompletableFuture<HttpResponse<Void>> told(GatewayProcess gateway, String id, String text) {
        JsonObject notification = GrowingUpstream.text(id)
                .put("typeWebhook", "incomingMessageReceived")
                .put("textMessage", text);
        return http.sendAsync(
                HttpRequest.newBuilder(uri(gateway, "/webhooks/path-of-a-test-that-is-long"))
                        .header("Authorization", "Bearer token-of-a-test-that-is-long")
                        .POST(BodyPublishers.ofString(notification.encode()))
                        .build(),
                BodyHandlers.discarding());
    }

    /** Until what comes last is told; how many events came. */
    private static int readAll(EventStreamReader reader) {
        int events = 0;
        for (boolean isOver = false; !isOver; events++) {
            JsonObject message = reader.next("messageChanged").getJsonObject("message");
            isOver = message != null && message.getString("text").startsWith(LAST);
        }
        return events;
    }

    private static Socket silentStream(GatewayProcess gateway) throws IOException {
        URI address = uri(gateway, "/graphql");
        Socket socket = new Socket(address.getHost(), address.getPort());
        String body = new JsonObject().put("query", SUBSCRIPTION).encode();
        String request = "POST /graphql HTTP/1.1\r\nHost: " + address.getAuthority()
                + "\r\nContent-Type: application/json\r\nAccept: text/event-stream\r\nContent-Length: " + body.length()
                + "\r\n\r\n" + body;
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    /** Takes the acknowledgement, and nothing after it. */
    private AutoCloseable silentSocket(GatewayProcess gateway) {
        CompletableFuture<CharSequence> acknowledged = new CompletableFuture<>();
        WebSocket socket = http.newWebSocketBuilder()
                .subprotocols("graphql-transport-ws")
                .buildAsync(
                        URI.create(uri(gateway, "/graphql").toString().replaceFirst("http", "ws")),
                        new WebSocket.Listener() {
                            @Override
                            public void onOpen(WebSocket opened) {
                                opened.request(1);
                            }

                            @Override
                            public CompletableFuture<?> onText(WebSocket from, CharSequence data, boolean last) {
                                acknowledged.complete(data);
                                return null;
                            }
                        })
                .join();
        socket.sendText("{\"type\":\"connection_init\"}", true).join();
        acknowledged.join();
        JsonObject subscribe = new JsonObject()
                .put("id", "1")
                .put("type", "subscribe")
                .put("payload", new JsonObject().put("query", SUBSCRIPTION));
        socket.sendText(subscribe.encode(), true).join();
        return socket::abort;
    }

    private String metric(GatewayProcess gateway, String name) {
        String all = http.sendAsync(
                        HttpRequest.newBuilder(managementUri(gateway)).build(), BodyHandlers.ofString())
                .join()
                .body();
        return all.lines()
                .filter(line -> line.startsWith(name + " "))
                .map(line -> line.substring(name.length() + 1))
                .findFirst()
                .orElse("absent");
    }

    private static URI uri(GatewayProcess gateway, String path) {
        try {
            return gateway.uri(path);
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static URI managementUri(GatewayProcess gateway) {
        try {
            return gateway.managementUri("/q/metrics");
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private interface Condition {
        boolean isMet();
    }

    /** The time limit of the test ends what never comes. */
    private static void await(Condition condition) {
        while (!condition.isMet()) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
        }
    }
}
