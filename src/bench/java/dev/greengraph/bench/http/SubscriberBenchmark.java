package dev.greengraph.bench.http;

import dev.greengraph.testsupport.process.GatewayProcess;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What subscribers cost: the memory of idle ones, the processor time of an event told to busy ones, beside a plain WebSocket
 * of the same process that sends the same bytes, and what happens when all of them come back at once. Fails if an event is not
 * told to each of them exactly once, if a connection is lost, or if more subscribers cost more upstream calls.
 */
public final class SubscriberBenchmark {

    private static final int IDLE = Integer.getInteger("bench.idle", 5_000);
    private static final int BUSY = Integer.getInteger("bench.busy", 500);
    private static final int EVENTS = Integer.getInteger("bench.events", 100);
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 3);
    private static final int STORMS = Integer.getInteger("bench.storms", 3);
    private static final String HEAP = System.getProperty("bench.heap", "256m");

    private static final String PATH = "path-of-a-benchmark-that-is-long";
    private static final String TOKEN = "token-of-a-benchmark-that-is-long";
    private static final String PROTOCOL = "graphql-transport-ws";
    private static final String INIT = "{\"type\":\"connection_init\"}";
    private static final String SUBSCRIBE = new JsonObject()
            .put("id", "1")
            .put("type", "subscribe")
            .put(
                    "payload",
                    new JsonObject()
                            .put(
                                    "query",
                                    "subscription{messageChanged{kind position message{id messageId text sentAt "
                                            + "deliveryStatus isEdited chat{id title} sender{id displayName}}}}"))
            .encode();

    private final GatewayProcess gateway;
    private final GenerousUpstream upstream;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final AtomicInteger sent = new AtomicInteger();

    private SubscriberBenchmark(GatewayProcess gateway, GenerousUpstream upstream) {
        this.gateway = gateway;
        this.upstream = upstream;
    }

    public static void main(String... arguments) throws IOException, InterruptedException {
        try (GenerousUpstream upstream = GenerousUpstream.withoutMessages()) {
            Map<String, String> settings = new TreeMap<>(upstream.settings(1));
            settings.put("greengraph.notifications.accounts.a0.path", PATH);
            settings.put("greengraph.notifications.accounts.a0.token", TOKEN);
            try (GatewayProcess gateway =
                    Pinned.gateway(List.of("-Xmx" + HEAP, "-XX:+ExitOnOutOfMemoryError"), settings)) {
                SubscriberBenchmark benchmark = new SubscriberBenchmark(gateway, upstream);
                System.out.println(Pinned.told() + "; -Xmx" + HEAP);
                benchmark.busy();
                benchmark.idle();
            }
        }
    }

    /** Rounds of both, in turns. */
    private void busy() throws IOException, InterruptedException {
        try (SocketClients subscribers = new SocketClients();
                SocketClients plain = new SocketClients()) {
            subscribe(subscribers, BUSY);
            plain.open(gateway.uri("/plain-sockets"), "", "", BUSY);
            tell(subscribers);
            String message = subscribers.last();
            for (int round = 0; round <= ROUNDS; round++) {
                double event = micros(() -> tell(subscribers));
                double bytes = micros(() -> tellPlainly(plain, message));
                System.out.printf(
                        "%s%d subscribers, an event of %d bytes told to one of them: %.1f µs of CPU; plain WebSocket: %.1f; ratio %.1f%n",
                        round == 0 ? "warm-up: " : "", BUSY, message.length(), event, bytes, event / bytes);
            }
            System.out.printf(
                    "%.0f results were executed, %.0f of another subscriber's event sent again%n",
                    metric("greengraph_live_results_total{source=\"execution\"}"),
                    metric("greengraph_live_results_total{source=\"memory\"}"));
            require(subscribers.more() == 0, "an event was told twice");
            require(subscribers.lost.get() + plain.lost.get() == 0, "connections were lost");
        }
    }

    private void idle() throws IOException, InterruptedException {
        try (SocketClients subscribers = new SocketClients()) {
            long before = LiveHeap.bytes(gateway);
            int residentBefore = Resident.kilobytes(gateway);
            subscribe(subscribers, IDLE);
            long held = LiveHeap.bytes(gateway) - before;
            System.out.printf(
                    "%d idle subscribers: %.1f KB of heap each, %.1f KB resident each; %s%n",
                    IDLE,
                    held / 1024.0 / IDLE,
                    (Resident.kilobytes(gateway) - residentBefore) / (double) IDLE,
                    Resident.told(gateway));
            long calls = upstream.calls.get();
            for (int storm = 1; storm <= STORMS; storm++) {
                Instant begin = Instant.now();
                Duration cpu = Side.cpu(gateway);
                subscribers.closeAll();
                subscribe(subscribers, IDLE);
                System.out.printf(
                        "storm %d: all came back within %d ms, %d times after 503, %.0f µs of CPU each; %s%n",
                        storm,
                        Duration.between(begin, Instant.now()).toMillis(),
                        subscribers.refused.getAndSet(0),
                        Side.cpu(gateway).minus(cpu).toNanos() / 1e3 / IDLE,
                        Resident.told(gateway));
            }
            notify(subscribers, IDLE);
            require(subscribers.more() == 0, "an event was told twice");
            require(subscribers.lost.get() == 0, "connections were lost");
            System.out.printf("upstream calls of the storms: %d%n", upstream.calls.get() - calls);
        }
    }

    private void subscribe(SocketClients clients, int number) throws IOException, InterruptedException {
        clients.open(URI.create(gateway.uri("/graphql").toString().replaceFirst("http", "ws")), PROTOCOL, INIT, number);
        clients.await(number);
        clients.send(SUBSCRIBE);
        awaitSubscribed(number);
    }

    /** The protocol acknowledges no subscription: the gateway's metric tells. */
    private void awaitSubscribed(int number) throws IOException, InterruptedException {
        Instant end = Instant.now().plusSeconds(60);
        while (metric("greengraph_live_subscriptions") < number) {
            require(Instant.now().isBefore(end), "not all have subscribed");
        }
    }

    private double metric(String name) throws IOException, InterruptedException {
        return new Caller()
                .answer(Question.get(gateway.managementUri("/q/metrics")))
                .lines()
                .filter(line -> line.startsWith(name + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(name.length())))
                .sum();
    }

    private void tell(SocketClients clients) throws IOException, InterruptedException {
        for (int i = 0; i < EVENTS; i++) {
            notify(clients, BUSY);
        }
    }

    private void notify(SocketClients clients, int subscribers) throws IOException, InterruptedException {
        String notification = new JsonObject()
                .put("typeWebhook", "incomingMessageReceived")
                .put("type", "incoming")
                .put("idMessage", "3A%018d".formatted(sent.incrementAndGet()))
                .put("timestamp", Instant.now().getEpochSecond())
                .put("typeMessage", "textMessage")
                .put("chatId", "70000001001@c.us")
                .put("senderId", "70000001001@c.us")
                .put("senderName", "Somebody")
                .put("textMessage", "a text of the usual length, as people write them")
                .encode();
        post(gateway.uri("/webhooks/" + PATH), notification);
        clients.await(subscribers);
    }

    private void tellPlainly(SocketClients clients, String message) throws IOException, InterruptedException {
        for (int i = 0; i < EVENTS; i++) {
            post(gateway.uri("/plain-sockets"), message);
            clients.await(BUSY);
        }
    }

    private void post(URI address, String body) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(address)
                        .header("Authorization", "Bearer " + TOKEN)
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        require(answer.statusCode() == 200, answer + " " + answer.body());
    }

    /** Processor time of the gateway for each event and subscriber. */
    private double micros(Work work) throws IOException, InterruptedException {
        Duration before = Side.cpu(gateway);
        work.run();
        return Side.cpu(gateway).minus(before).toNanos() / 1e3 / EVENTS / BUSY;
    }

    private void require(boolean holds, String otherwise) throws IOException {
        if (!holds) {
            throw new IllegalStateException(otherwise + "\n" + gateway.log());
        }
    }

    @FunctionalInterface
    private interface Work {
        void run() throws IOException, InterruptedException;
    }
}
