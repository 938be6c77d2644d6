package dev.greengraph.notification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.greengraph.simulator.SimulatedAccount;
import dev.greengraph.simulator.Simulator;
import dev.greengraph.testsupport.gateway.Gateway;
import dev.greengraph.testsupport.process.EventStreamReader;
import dev.greengraph.testsupport.process.GatewayProcess;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * What the simulator tells, by its queue or to an address, subscribers of the packaged gateway see without a journal being read. Runs with
 * the demo build: any other leaves the simulator behind before it packages.
 */
@Timeout(value = 90, unit = TimeUnit.SECONDS)
@EnabledIfSystemProperty(named = "simulator.kept", matches = "true")
class NotificationIT {

    private static final String SHOP = "shop";
    private static final String CHAT = "70000001001@c.us";
    private static final String PATH = "path-of-a-test-that-is-long";
    private static final String TOKEN = "token-of-a-test-that-is-long";

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Vertx vertx = Vertx.vertx();
    private int port;

    @BeforeEach
    void start() {
        port = Upstream.start(vertx);
    }

    @AfterEach
    void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void byTheQueueAndAfterARestartWhatCameMeanwhile() throws Exception {
        try (GatewayProcess gateway = gateway(Map.of("queue", "true"))) {
            EventStreamReader events = subscribe(gateway);
            Gateway.await(() -> calls("receiveNotification") > 0);

            String first = say("from the queue");
            assertSeenWithoutReading(events, first);
            Gateway.await(() -> taken() > 0);

            gateway.terminate();
            assertEquals(143, gateway.awaitEnd(Duration.ofSeconds(30)));
            assertFalse(gateway.log().contains(Upstream.token()), "the token is in no line of the log");
            assertFalse(gateway.log().contains(" ERROR "), gateway.log());
        }
        int before = taken();
        say("while nobody read");
        try (GatewayProcess gateway = gateway(Map.of("queue", "true"))) {
            Gateway.await(() -> taken() > before);
            assertFalse(gateway.log().contains("cannot be read"), gateway.log());
        }
    }

    @Test
    void byAnAddress() throws Exception {
        try (GatewayProcess gateway = gateway(Map.of("path", PATH, "token", TOKEN))) {
            EventStreamReader events = subscribe(gateway);
            control(
                    "webhooks",
                    new JsonObject()
                            .put("account", SHOP)
                            .put("webhookUrl", gateway.uri("/webhooks/" + PATH).toString())
                            .put("webhookUrlToken", TOKEN));

            assertSeenWithoutReading(events, say("pushed"));
            assertEquals(0, calls("receiveNotification"));
        }
    }

    @Test
    void whatHappensToTheAccountItself() throws Exception {
        try (GatewayProcess gateway = gateway(Map.of("queue", "true"))) {
            EventStreamReader changes = EventStreamReader.open(
                    gateway,
                    "subscription { accountChanged { state { kind } calls(minutes: 60) { nodes { status } }"
                            + " endpoints { endpoint lastFailure { code } } } }");
            Gateway.await(() -> calls("receiveNotification") > 0);

            control("states", new JsonObject().put("account", SHOP).put("state", "notAuthorized"));
            awaitNext(
                    changes,
                    account -> "NOT_AUTHORIZED"
                            .equals(account.getJsonObject("state").getString("kind")));
            control(
                    "calls",
                    new JsonObject().put("account", SHOP).put("chatId", CHAT).put("status", "missed"));
            awaitNext(
                    changes, account -> account.getJsonObject("calls").encode().contains("MISSED"));
            control("quotas", new JsonObject().put("account", SHOP));
            awaitNext(changes, account -> true);
            control("states", new JsonObject().put("account", SHOP).put("state", "authorized"));
            JsonObject last = awaitNext(
                    changes,
                    account ->
                            "AUTHORIZED".equals(account.getJsonObject("state").getString("kind")));

            assertFalse(last.encode().contains("code"), "no endpoint has failed: " + last.encode());
            assertTrue(calls("getStateInstance") <= 4, "asked anew at each event at most");
        }
    }

    /** One event may be told before what another one tells is there. */
    private static JsonObject awaitNext(EventStreamReader changes, Predicate<JsonObject> wanted) {
        JsonObject next = changes.next("accountChanged");
        while (!wanted.test(next)) {
            next = changes.next("accountChanged");
        }
        return next;
    }

    /** Others may come before: the world of the simulator goes on. */
    private void assertSeenWithoutReading(EventStreamReader events, String id) {
        int read = calls("lastIncomingMessages");
        boolean isSeen = false;
        while (!isSeen) {
            isSeen = messageId(events).equals(id);
        }
        assertEquals(read, calls("lastIncomingMessages"), "no journal was read for it");
        assertTrue(read > 0, "the first reading is what changes are compared with");
    }

    private GatewayProcess gateway(Map<String, String> notifications) throws IOException, InterruptedException {
        Map<String, String> settings = new HashMap<>(Map.of(
                "greengraph.accounts.shop.id-instance",
                Upstream.idInstance(),
                "greengraph.accounts.shop.api-token",
                Upstream.token(),
                "greengraph.accounts.shop.api-url",
                "http://127.0.0.1:" + port,
                "greengraph.cache.messages.fresh-for",
                "1m",
                "greengraph.live.goodbye",
                "200ms",
                "quarkus.shutdown.delay",
                "1s"));
        notifications.forEach((name, value) -> settings.put("greengraph.notifications.accounts.shop." + name, value));
        return GatewayProcess.start(settings);
    }

    private EventStreamReader subscribe(GatewayProcess gateway) throws IOException, InterruptedException {
        EventStreamReader events =
                EventStreamReader.open(gateway, "subscription { messageChanged { kind message { messageId } } }");
        Gateway.await(
                () -> hasAnswered(gateway, "lastIncomingMessages") && hasAnswered(gateway, "lastOutgoingMessages"));
        return events;
    }

    /** What stands in the first answer is no change. */
    private boolean hasAnswered(GatewayProcess gateway, String method) {
        try {
            return http.send(
                            HttpRequest.newBuilder(gateway.managementUri("/q/metrics"))
                                    .build(),
                            HttpResponse.BodyHandlers.ofLines())
                    .body()
                    .filter(line -> line.startsWith("greengraph_upstream_calls_total"))
                    .filter(line -> line.contains(method) && line.contains("answered"))
                    .anyMatch(line -> !line.endsWith(" 0.0"));
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static String messageId(EventStreamReader events) {
        return events.next("messageChanged").getJsonObject("message").getString("messageId");
    }

    private String say(String text) {
        return control(
                        "messages",
                        new JsonObject()
                                .put("account", SHOP)
                                .put("chatId", CHAT)
                                .put("text", text))
                .getString("idMessage");
    }

    private int calls(String method) {
        return control("stats", null)
                .getJsonObject(SHOP, new JsonObject())
                .getJsonObject(method, new JsonObject())
                .getInteger("calls", 0);
    }

    private int taken() {
        return control("notifications", null).getJsonObject(SHOP).getInteger("taken");
    }

    private JsonObject control(String path, JsonObject body) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/_simulator/" + path));
        if (body != null) {
            request.POST(HttpRequest.BodyPublishers.ofString(body.encode()));
        }
        try {
            return new JsonObject(http.send(request.build(), HttpResponse.BodyHandlers.ofString())
                    .body());
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Apart, since a build without the simulator must be able to load this test. */
    private static final class Upstream {

        static int start(Vertx vertx) {
            return new Simulator(vertx, Clock.systemUTC(), 42)
                    .start(0)
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join();
        }

        static String token() {
            return SimulatedAccount.SHOP.token();
        }

        static String idInstance() {
            return Long.toString(SimulatedAccount.SHOP.idInstance());
        }
    }
}
