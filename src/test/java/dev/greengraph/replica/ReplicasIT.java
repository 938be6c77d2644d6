package dev.greengraph.replica;

import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.greengraph.testsupport.gateway.Gateway;
import dev.greengraph.testsupport.process.GatewayProcess;
import dev.greengraph.testsupport.process.StrictUpstream;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Three packaged gateways over one real Redis, and an upstream that refuses what comes too fast: its calls are counted. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReplicasIT {

    private static final int REPLICAS = 3;
    private static final int CHATS = 9;
    private static final long LONGEST_SECONDS = 60;
    private static final String TOKEN = "canary-token-of-the-shop-0123456789";

    @TempDir
    static Path folder;

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final List<GatewayProcess> GATEWAYS = new ArrayList<>();
    private static Vertx vertx;
    private static RealRedis redis;
    private static StrictUpstream upstream;
    private StringBuffer commands;

    @BeforeAll
    static void start() throws IOException {
        vertx = Vertx.vertx();
        redis = new RealRedis(vertx);
        upstream = new StrictUpstream(Clock.systemUTC());
        Path secret = Files.writeString(folder.resolve("secret"), Replica.SECRET);
        List<CompletableFuture<GatewayProcess>> starting = IntStream.range(0, REPLICAS)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> gateway(secret)))
                .toList();
        starting.forEach(gateway -> GATEWAYS.add(gateway.join()));
    }

    private static GatewayProcess gateway(Path secret) {
        try {
            return GatewayProcess.start(Map.ofEntries(
                    entry("greengraph.accounts.shop.id-instance", Replica.ID_INSTANCE),
                    entry("greengraph.accounts.shop.api-token", TOKEN),
                    entry("greengraph.accounts.shop.api-url", upstream.url()),
                    entry("greengraph.replicas.redis", redis.url()),
                    entry("greengraph.replicas.secret-file", secret.toString()),
                    entry("greengraph.upstream.timeout", "3s"),
                    entry("greengraph.warm-up.time", "2s"),
                    // The machine that tests may be slow.
                    entry("greengraph.replicas.timeout", "1s"),
                    entry("greengraph.limits.queue-time", "30s"),
                    entry("greengraph.limits.waiting-time", "30s"),
                    entry("greengraph.budget.max-wait", "30s"),
                    entry("greengraph.cache.history.fresh-for", "5m"),
                    entry("greengraph.limits.request-time", "40s")));
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @AfterAll
    static void end() throws IOException {
        for (GatewayProcess gateway : GATEWAYS) {
            gateway.close();
        }
        upstream.close();
        redis.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    /** Each test begins with replicas that share, that know of each other, and that nothing is known to. */
    @BeforeEach
    void shared() throws IOException {
        for (GatewayProcess gateway : GATEWAYS) {
            Gateway.await(() -> metrics(gateway).contains("greengraph_replicas_mode{mode=\"shared\"} 1.0")
                    && metrics(gateway).contains("greengraph_replicas_seen " + REPLICAS + ".0"));
        }
        upstream.forget();
        commands = redis.commands();
        Gateway.await(() -> commands.indexOf("OK") >= 0);
    }

    /** Neither what is sent to Redis nor what is kept there tells whose data it is. */
    @AfterEach
    void redisWasToldNothing() {
        assertTrue(commands.indexOf("evalsha") >= 0, "what was sent: " + commands);
        assertTellsNothing(commands.toString());
        assertTellsNothing(redis.everything());
    }

    private static void assertTellsNothing(String text) {
        for (String secret : List.of(TOKEN, Replica.ID_INSTANCE, "7000000", "@c.us", "shop", "getChatHistory")) {
            assertFalse(text.contains(secret), secret);
        }
    }

    @Test
    void aThousandColdQueriesForOneChatAreOneCall() {
        List<HttpResponse<String>> answers = answers(IntStream.range(0, 1_000)
                .mapToObj(i -> ask(i % REPLICAS, chat(1_000)))
                .toList());

        assertServed(answers);
        assertEquals(1, upstream.calls());
    }

    @Test
    void chatsThatAreAskedForAtOnceAreAllServedWithinTheRate() {
        List<HttpResponse<String>> answers = answers(IntStream.range(0, CHATS)
                .mapToObj(i -> ask(i % REPLICAS, chat(2_000 + i)))
                .toList());

        assertServed(answers);
        assertEquals(CHATS, upstream.calls());
        assertEquals(0, upstream.refused());
    }

    /** The last one: nobody takes the place of the killed one. */
    @Test
    @Order(Integer.MAX_VALUE)
    void aReplicaThatIsKilledInItsFlightIsFollowedByAnother() throws IOException, InterruptedException {
        upstream.hangOnce();
        GatewayProcess killed = GATEWAYS.get(REPLICAS - 1);
        ask(REPLICAS - 1, chat(3_000));
        Gateway.await(() -> upstream.calls() == 1);
        List<CompletableFuture<HttpResponse<String>>> waiting = IntStream.range(0, REPLICAS - 1)
                .mapToObj(i -> ask(i, chat(3_000)))
                .toList();

        killed.handle().destroyForcibly();

        assertServed(answers(waiting));
        assertEquals(2, upstream.calls());
        assertEquals(0, upstream.refused());
    }

    @Test
    void noCallIsRefusedWhenRedisHangsAndComesBackEmpty() throws IOException, InterruptedException {
        redis.stop();
        List<CompletableFuture<HttpResponse<String>>> meanwhile = IntStream.range(0, REPLICAS)
                .mapToObj(i -> ask(i, chat(4_000 + i)))
                .toList();
        assertServed(answers(meanwhile));
        assertEquals(REPLICAS, upstream.calls());

        redis = redis.restarted();
        commands = redis.commands();
        List<CompletableFuture<HttpResponse<String>>> after = IntStream.range(0, REPLICAS)
                .mapToObj(i -> ask(i, chat(4_100 + i)))
                .toList();
        assertServed(answers(after));

        assertEquals(2 * REPLICAS, upstream.calls());
        assertEquals(0, upstream.refused());
    }

    @Test
    void redisTellsNothing() {
        assertServed(answers(List.of(ask(0, chat(5_000)))));

        String all = redis.everything();

        assertTrue(all.contains("next"), "the budget is among it: " + all);
        assertTellsNothing(all);
    }

    private static String chat(int number) {
        return "7000000%04d@c.us".formatted(number);
    }

    private static CompletableFuture<HttpResponse<String>> ask(int replica, String chat) {
        String query =
                "{account(name:\\\"shop\\\"){chat(chatId:\\\"%s\\\"){history(first:1){nodes{id}}}}}".formatted(chat);
        try {
            return HTTP.sendAsync(
                    HttpRequest.newBuilder(GATEWAYS.get(replica).uri("/graphql"))
                            .header("Content-Type", "application/json")
                            .POST(BodyPublishers.ofString("{\"query\":\"" + query + "\"}"))
                            .build(),
                    BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static List<HttpResponse<String>> answers(List<CompletableFuture<HttpResponse<String>>> asked) {
        return asked.stream()
                .map(answer ->
                        answer.orTimeout(LONGEST_SECONDS, TimeUnit.SECONDS).join())
                .toList();
    }

    private static void assertServed(List<HttpResponse<String>> answers) {
        for (HttpResponse<String> answer : answers) {
            assertEquals(200, answer.statusCode(), answer.body());
            assertTrue(answer.body().contains("{\"history\":{\"nodes\":[]}}"), answer.body());
        }
    }

    private static String metrics(GatewayProcess gateway) {
        try {
            return send(
                    HttpRequest.newBuilder(gateway.managementUri("/q/metrics")).build());
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static String send(HttpRequest request) {
        return HTTP.sendAsync(request, BodyHandlers.ofString())
                .orTimeout(LONGEST_SECONDS, TimeUnit.SECONDS)
                .join()
                .body();
    }
}
