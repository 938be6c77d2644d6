package dev.greengraph.http.subscription;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.greengraph.testsupport.gateway.GraphqlSocket;
import dev.greengraph.testsupport.process.EventStreamReader;
import dev.greengraph.testsupport.process.GatewayProcess;
import dev.greengraph.testsupport.process.GrowingUpstream;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
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
            EventStreamReader first = subscribe(gateway, "messageChanged");
            socket.subscribe("1", document("messageChanged"));
            socket.subscribe("2", document("messageChanged"));
            EventStreamReader chats = EventStreamReader.open(
                    gateway, "subscription { chatChanged { chat { chatId lastMessage { messageId } } } }");
            EventStreamReader account = EventStreamReader.open(
                    gateway,
                    "subscription { accountChanged { name endpoints {"
                            + " endpoint exceededQuota { calls { used total } } } } }");
            upstream.awaitReading();

            upstream.add("A");
            JsonObject added = first.next("messageChanged");
            assertEquals("ADDED A text of A", shown(added));
            assertEquals(
                    Map.of("1", "ADDED A text of A", "2", "ADDED A text of A"),
                    Map.ofEntries(next(socket), next(socket)));
            assertTrue(results(gateway, "memory") >= 1, "two of one connection select the same: it is executed once");

            EventStreamReader second =
                    subscribe(gateway, "messageChanged(after: \"" + added.getString("position") + "\")");
            upstream.add("B");
            assertEquals("ADDED B text of B", shown(first));
            assertEquals("ADDED B text of B", shown(second));

            notify(gateway, "C");
            assertEquals("ADDED C text of C", shown(first));
            assertEquals("ADDED C text of C", shown(second));
            upstream.awaitNothing();
            notify(gateway, "D");
            assertEquals("ADDED D text of D", shown(first));
            assertEquals("ADDED D text of D", shown(second));
            assertTrue(upstream.wasNotAsked(), "a journal of which notifications come is not read");

            assertEquals("D", lastMessages(chats, 4).get(3));
            notify(gateway, new JsonObject().put("typeWebhook", "stateInstanceChanged"));
            assertEquals("main", account.next("accountChanged").getString("name"));

            notify(
                    gateway,
                    new JsonObject()
                            .put("typeWebhook", "quotaExceeded")
                            .put(
                                    "quotaData",
                                    new JsonObject()
                                            .put("method", "getmessage")
                                            .put("used", 1000)
                                            .put("total", 1000)
                                            .put("status", "QUOTE_EXCEEDED")));
            assertEquals(List.of("GET_MESSAGE 1000 of 1000"), usedUp(account.next("accountChanged")));

            gateway.terminate();

            assertFalse(first.anyNext(), "no event any more");
            assertFalse(second.anyNext(), "no event any more");
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
                "greengraph.limits.queue-time", "1m",
                "greengraph.live.goodbye", "200ms",
                "quarkus.shutdown.delay", "1s");
    }

    private static EventStreamReader subscribe(GatewayProcess gateway, String field)
            throws IOException, InterruptedException {
        return EventStreamReader.open(gateway, document(field));
    }

    private static String document(String field) {
        return "subscription { " + field + " { kind position message { messageId text } } }";
    }

    /** The subscription of the next message, and what it shows. */
    private static Map.Entry<String, String> next(GraphqlSocket socket) throws InterruptedException {
        JsonObject message = new JsonObject(socket.next());
        return Map.entry(
                message.getString("id"),
                shown(message.getJsonObject("payload").getJsonObject("data").getJsonObject("messageChanged")));
    }

    private double results(GatewayProcess gateway, String source) throws IOException, InterruptedException {
        String name = "greengraph_live_results_total{source=\"" + source + "\"} ";
        return caller.send(
                        HttpRequest.newBuilder(gateway.managementUri("/q/metrics"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body()
                .lines()
                .filter(line -> line.startsWith(name))
                .mapToDouble(line -> Double.parseDouble(line.substring(name.length())))
                .sum();
    }

    /** The last message of the chat that each of the next events shows. */
    private static List<String> lastMessages(EventStreamReader chats, int events) {
        return Stream.generate(() -> chats.next("chatChanged"))
                .limit(events)
                .map(changed -> changed.getJsonObject("chat")
                        .getJsonObject("lastMessage")
                        .getString("messageId"))
                .toList();
    }

    private static List<String> usedUp(JsonObject account) {
        return account.getJsonArray("endpoints").stream()
                .map(JsonObject.class::cast)
                .filter(endpoint -> endpoint.getJsonObject("exceededQuota") != null)
                .map(endpoint -> {
                    JsonObject calls = endpoint.getJsonObject("exceededQuota").getJsonObject("calls");
                    return endpoint.getString("endpoint") + " " + calls.getInteger("used") + " of "
                            + calls.getInteger("total");
                })
                .toList();
    }

    private static String shown(EventStreamReader stream) {
        return shown(stream.next("messageChanged"));
    }

    private static String shown(JsonObject change) {
        JsonObject message = change.getJsonObject("message");
        return change.getString("kind") + " " + message.getString("messageId") + " " + message.getString("text");
    }
}
