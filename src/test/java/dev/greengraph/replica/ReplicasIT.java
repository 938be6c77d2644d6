package dev.greengraph.replica;

import static dev.greengraph.replica.PackagedReplicas.REPLICAS;
import static dev.greengraph.replica.PackagedReplicas.TOKEN;
import static dev.greengraph.replica.PackagedReplicas.answers;
import static dev.greengraph.replica.PackagedReplicas.assertServed;
import static dev.greengraph.replica.PackagedReplicas.chat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.greengraph.testsupport.gateway.Gateway;
import dev.greengraph.testsupport.process.GatewayProcess;
import dev.greengraph.testsupport.process.StrictUpstream;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
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

    private static final int CHATS = 9;

    @TempDir
    static Path folder;

    private static Vertx vertx;
    private static RealRedis redis;
    private static StrictUpstream upstream;
    private static PackagedReplicas replicas;
    private StringBuffer commands;

    @BeforeAll
    static void start() throws IOException {
        vertx = Vertx.vertx();
        redis = new RealRedis(vertx);
        upstream = new StrictUpstream(Clock.systemUTC());
        replicas = new PackagedReplicas(
                upstream.url(),
                redis.url(),
                folder,
                Map.of("greengraph.replicas.timeout", "1s", "greengraph.cache.history.fresh-for", "5m"));
    }

    @AfterAll
    static void end() throws IOException {
        replicas.close();
        upstream.close();
        redis.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    /** Each test begins with replicas that share, that know of each other, and that nothing is known to. */
    @BeforeEach
    void shared() {
        replicas.awaitShared();
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
                .mapToObj(i -> replicas.ask(i % REPLICAS, chat(1_000)))
                .toList());

        assertServed(answers);
        assertEquals(1, upstream.calls());
    }

    @Test
    void chatsThatAreAskedForAtOnceAreAllServedWithinTheRate() {
        List<HttpResponse<String>> answers = answers(IntStream.range(0, CHATS)
                .mapToObj(i -> replicas.ask(i % REPLICAS, chat(2_000 + i)))
                .toList());

        assertServed(answers);
        assertEquals(CHATS, upstream.calls());
        assertEquals(0, upstream.refused());
    }

    /** The last one: nobody takes the place of the killed one. */
    @Test
    @Order(Integer.MAX_VALUE)
    void aReplicaThatIsKilledInItsFlightIsFollowedByAnother() {
        upstream.hangOnce();
        GatewayProcess killed = replicas.get(REPLICAS - 1);
        replicas.ask(REPLICAS - 1, chat(3_000));
        Gateway.await(() -> upstream.calls() == 1);
        List<CompletableFuture<HttpResponse<String>>> waiting = IntStream.range(0, REPLICAS - 1)
                .mapToObj(i -> replicas.ask(i, chat(3_000)))
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
                .mapToObj(i -> replicas.ask(i, chat(4_000 + i)))
                .toList();
        assertServed(answers(meanwhile));
        assertEquals(REPLICAS, upstream.calls());

        redis = redis.restarted();
        commands = redis.commands();
        List<CompletableFuture<HttpResponse<String>>> after = IntStream.range(0, REPLICAS)
                .mapToObj(i -> replicas.ask(i, chat(4_100 + i)))
                .toList();
        assertServed(answers(after));

        assertEquals(2 * REPLICAS, upstream.calls());
        assertEquals(0, upstream.refused());
    }

    @Test
    void redisTellsNothing() {
        assertServed(answers(List.of(replicas.ask(0, chat(5_000)))));

        String all = redis.everything();

        assertTrue(all.contains("next"), "the budget is among it: " + all);
        assertTellsNothing(all);
    }
}
