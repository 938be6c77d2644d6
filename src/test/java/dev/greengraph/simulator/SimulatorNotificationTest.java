package dev.greengraph.simulator;

import static dev.greengraph.simulator.RunningSimulator.path;
import static dev.greengraph.simulator.SimulatedAccount.SHOP;
import static dev.greengraph.testsupport.gateway.Gateway.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.greengraph.testsupport.Samples;
import dev.greengraph.upstream.row.MessageRow;
import dev.greengraph.upstream.row.RowReader;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The queue of notifications and the address that they are pushed to. */
class SimulatorNotificationTest {

    private static final String VERA = "70000001001@c.us";
    private static final String ADDRESS = "/webhooks/secret-path-of-a-test";

    @SuppressWarnings("unused") // by name
    private static final List<SimulatedAccount> ACCOUNTS = SimulatedAccount.ALL;

    @RegisterExtension
    final RunningSimulator upstream = new RunningSimulator();

    @Test
    void aNotificationStaysUntilItIsDeleted() {
        begin(SHOP);
        say("first");
        say("second");

        JsonNode first = receive(SHOP);
        assertEquals("incomingMessageReceived first", shown(first));
        assertEquals(first, receive(SHOP));
        assertTrue(delete(SHOP, first));
        assertFalse(delete(SHOP, first));
        assertEquals("incomingMessageReceived second", shown(receive(SHOP)));
    }

    @Test
    void aReadWaitsForTheNextOne() throws Exception {
        begin(SHOP);
        var waiting = upstream.sendAsync(
                upstream.request(path(SHOP, "receiveNotification") + "?receiveTimeout=60"),
                HttpResponse.BodyHandlers.ofString());

        say("at last");

        assertEquals("incomingMessageReceived at last", shown(RunningSimulator.json(waiting.get())));
    }

    @Test
    void deliveriesAreToldAsTheyHappen() {
        begin(SHOP);
        upstream.control(
                "POST",
                "messages",
                "{\"account\":\"shop\",\"chatId\":\"" + VERA + "\",\"text\":\"Ready\",\"outgoing\":true}");
        upstream.advance(Duration.ofHours(1));
        String id = receive(SHOP).path("body").path("idMessage").asText();

        List<String> told = drain(SHOP).stream()
                .filter(notification -> notification.path("idMessage").asText().equals(id))
                .map(notification -> notification.path("typeWebhook").asText()
                        + notification.path("status").asText(" "))
                .toList();

        assertEquals("outgoingAPIMessageReceived ", told.get(0));
        assertEquals(List.of("outgoingMessageStatussent", "outgoingMessageStatusdelivered"), told.subList(1, 3));
    }

    /** What a notification says of a message is what the journals say later, but for what happened to it since. */
    @ParameterizedTest
    @FieldSource("ACCOUNTS")
    void tellsWhatTheJournalsSay(SimulatedAccount account) {
        begin(account);
        upstream.advance(Duration.ofMinutes(90));
        Map<String, MessageRow> journals = new HashMap<>();
        for (String journal : List.of("lastIncomingMessages", "lastOutgoingMessages")) {
            String body = upstream.get(account, journal + "?minutes=100").body();
            Samples.rows(
                            body.getBytes(StandardCharsets.UTF_8),
                            journal.equals("lastOutgoingMessages") ? "outgoing" : "incoming")
                    .rows()
                    .forEach(row -> journals.put(row.idMessage() + row.chatId(), row));
        }
        List<MessageRow> told = drain(account).stream()
                .filter(notification -> notification.has("messageData"))
                .map(notification -> RowReader.row(notification, "incoming").orElseThrow())
                .toList();

        assertTrue(told.size() > 100, "so many: " + told.size());
        List<String> kinds = told.stream()
                .map(row -> String.valueOf(row.typeMessage()))
                .distinct()
                .toList();
        assertTrue(
                kinds.containsAll(List.of("editedMessage", "deletedMessage", "reactionMessage", "pollUpdateMessage")),
                kinds::toString);
        for (MessageRow row : told) {
            MessageRow said = journals.get(row.idMessage() + row.chatId());
            assertEquals(said.isOutgoing(), row.isOutgoing());
            assertEquals(said.senderName(), row.senderName());
            assertEquals(said.quotedMessage(), row.quotedMessage());
            assertEquals(said.sendByApi(), row.sendByApi());
            if (!said.isEdited()) {
                assertTrue(said.payload().saysTheSame(row.payload()), said + "\n" + row);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"4", "61", "soon"})
    void refusesToWaitForAnyOtherTime(String seconds) {
        HttpResponse<String> refused = upstream.get(SHOP, "receiveNotification?receiveTimeout=" + seconds);

        assertEquals(400, refused.statusCode());
        assertTrue(refused.body().contains("receiveTimeout"), refused.body());
    }

    @Test
    void pushesInOrderAndAgainUntilItIsTaken() {
        Queue<String> pushed = new ConcurrentLinkedQueue<>();
        AtomicInteger refusals = new AtomicInteger(1);
        Vertx vertx = Vertx.vertx();
        try {
            int port = vertx.createHttpServer()
                    .requestHandler(request -> request.body().onSuccess(body -> {
                        pushed.add(request.path() + " " + request.getHeader("Authorization") + " "
                                + text(json(body.toString())));
                        boolean isRefused = refusals.getAndDecrement() > 0;
                        request.response().setStatusCode(isRefused ? 503 : 200).end();
                    }))
                    .listen(0, "127.0.0.1")
                    .map(HttpServer::actualPort)
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join();

            assertEquals(200, webhook("http://127.0.0.1:" + port + ADDRESS).statusCode());
            say("first");
            say("second");

            String head = ADDRESS + " Bearer token-of-a-test ";
            await(() -> List.copyOf(pushed).equals(List.of(head + "first", head + "first", head + "second")));
            assertEquals(400, upstream.get(SHOP, "receiveNotification").statusCode());
            await(() -> counts().equals("{\"waiting\":0,\"taken\":2,\"pushed\":true}"));

            upstream.control("DELETE", "webhooks", "");
            say("third");
            assertEquals("incomingMessageReceived third", shown(receive(SHOP)));
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().join();
        }
    }

    @Test
    void pushesToNoOtherMachine() {
        assertEquals(400, webhook("http://hooks.example/webhooks/path").statusCode());
        assertEquals(400, webhook("https://127.0.0.1/webhooks/path").statusCode());
    }

    private static String text(JsonNode notification) {
        return notification
                .path("messageData")
                .path("textMessageData")
                .path("textMessage")
                .asText();
    }

    private static JsonNode json(String body) {
        return RowReader.tree(body.getBytes(StandardCharsets.UTF_8)).orElseThrow();
    }

    private HttpResponse<String> webhook(String url) {
        return upstream.control(
                "POST",
                "webhooks",
                "{\"account\":\"shop\",\"webhookUrl\":\"" + url + "\",\"webhookUrlToken\":\"token-of-a-test\"}");
    }

    private String counts() {
        return RunningSimulator.json(upstream.control("GET", "notifications", ""))
                .path("shop")
                .toString();
    }

    private void say(String text) {
        upstream.control(
                "POST", "messages", "{\"account\":\"shop\",\"chatId\":\"" + VERA + "\",\"text\":\"" + text + "\"}");
    }

    /** From now on what happens is told. */
    private void begin(SimulatedAccount account) {
        upstream.sendAsync(
                upstream.request(path(account, "receiveNotification")), HttpResponse.BodyHandlers.discarding());
        await(() -> !RunningSimulator.json(upstream.control("GET", "stats", ""))
                .path(account.name())
                .path("receiveNotification")
                .isMissingNode());
    }

    private JsonNode receive(SimulatedAccount account) {
        return RunningSimulator.json(upstream.get(account, "receiveNotification"));
    }

    private boolean delete(SimulatedAccount account, JsonNode received) {
        String receipt = received.path("receiptId").asText();
        return RunningSimulator.json(upstream.send(upstream.request(path(account, "deleteNotification") + "/" + receipt)
                        .DELETE()))
                .path("result")
                .asBoolean();
    }

    /** All that wait, each deleted; a few a second. */
    private List<JsonNode> drain(SimulatedAccount account) {
        List<JsonNode> all = new ArrayList<>();
        receive(account);
        while (waiting(account)) {
            JsonNode next = receive(account);
            all.add(next.path("body"));
            delete(account, next);
            if (all.size() % 50 == 0) {
                upstream.control("DELETE", "stats", "");
            }
        }
        return all;
    }

    private boolean waiting(SimulatedAccount account) {
        return RunningSimulator.json(upstream.control("GET", "notifications", ""))
                        .path(account.name())
                        .path("waiting")
                        .asInt()
                > 0;
    }

    private static String shown(JsonNode received) {
        return received.path("body").path("typeWebhook").asText() + " " + text(received.path("body"));
    }
}
