package dev.greengraph.replica;

import static dev.greengraph.replica.PackagedReplicas.REPLICAS;
import static dev.greengraph.replica.PackagedReplicas.answers;
import static dev.greengraph.replica.PackagedReplicas.assertServed;
import static dev.greengraph.replica.PackagedReplicas.await;
import static dev.greengraph.replica.PackagedReplicas.chat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.greengraph.testsupport.process.GatewayProcess;
import dev.greengraph.testsupport.process.StrictUpstream;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Three packaged gateways that are asked in turn while something happens to them or to their Redis: nothing fails, and no call
 * is refused.
 */
class ReplicasUnderLoadIT {

    private static final Duration LONGEST_END = Duration.ofSeconds(60);
    private static final Map<String, String> SETTINGS = Map.of(
            "greengraph.replicas.timeout",
            "150ms",
            "greengraph.cache.history.fresh-for",
            "2s",
            "quarkus.shutdown.delay",
            "2s");

    @TempDir
    static Path folder;

    private static Vertx vertx;
    private static RealRedis redis;
    private static DelayingProxy way;
    private static StrictUpstream upstream;
    private static PackagedReplicas replicas;
    private RoundRobinLoad load;

    @BeforeAll
    static void start() throws IOException {
        vertx = Vertx.vertx();
        redis = new RealRedis(vertx);
        way = new DelayingProxy(vertx, redis.port());
        upstream = new StrictUpstream(Clock.systemUTC());
        replicas = new PackagedReplicas(upstream.url(), way.url(), folder, SETTINGS);
    }

    @AfterAll
    static void end() throws IOException {
        replicas.close();
        upstream.close();
        way.close();
        redis.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @BeforeEach
    void load() {
        replicas.awaitShared();
        upstream.forget();
        load = new RoundRobinLoad(replicas);
        awaitServed(100);
    }

    private void awaitServed(int more) {
        int before = load.served();
        await(() -> load.served() >= before + more);
    }

    @AfterEach
    void nothingFailed() {
        assertEquals(List.of(), load.end());
        assertEquals(0, upstream.refused());
    }

    /** Each replica asks for itself meanwhile, in its part of the time. */
    @Test
    void aRedisThatTakes200MillisecondsIsLeftOut() {
        way.delay(Duration.ofMillis(200));
        replicas.awaitAlone();
        assertServed(answers(ofEach(chat(1_000))));
        awaitServed(100);

        way.delay(Duration.ZERO);
        replicas.awaitShared();
        awaitServed(100);
        assertServed(answers(ofEach(chat(1_001))));
    }

    /** The one that takes over has not heard of the last calls and answers. */
    @Test
    void aFailoverThatLosesWhatWasLastSaid() throws IOException {
        try (RealRedis other = new RealRedis(vertx)) {
            other.run(Command.REPLICAOF, "127.0.0.1", redis.port());
            await(() -> other.run(Command.INFO, "replication").toString().contains("master_link_status:up"));
            other.run(Command.REPLICAOF, "NO", "ONE");
            assertServed(answers(ofEach(chat(2_000))));

            way.switchTo(other.port());
            assertServed(answers(ofEach(chat(2_001))));
            replicas.awaitShared();
            awaitServed(100);

            way.switchTo(redis.port());
            replicas.awaitShared();
        }
    }

    /** As a Service does it: a gateway that is no longer ready is asked nothing more, a new one once it is ready. */
    @Test
    void aRollingRestart() throws IOException, InterruptedException {
        for (int i = 0; i < REPLICAS; i++) {
            int leaving = i;
            GatewayProcess old = replicas.get(leaving);
            old.terminate();
            await(() -> !replicas.isReady(leaving));
            load.leaveOut(old);
            old.awaitEnd(LONGEST_END);
            replicas.replace(leaving);
            load.takeIn(replicas.get(leaving));
            awaitServed(100);
        }
    }

    @Test
    void aReplicaIsKilled() throws IOException {
        GatewayProcess killed = replicas.get(1);

        load.giveUp(killed);
        killed.handle().destroyForcibly();
        awaitServed(100);
        assertServed(answers(List.of(replicas.ask(0, chat(3_000)), replicas.ask(2, chat(3_000)))));

        replicas.replace(1);
        load.takeIn(replicas.get(1));
        awaitServed(100);
    }

    private static List<CompletableFuture<HttpResponse<String>>> ofEach(String chat) {
        return IntStream.range(0, REPLICAS)
                .mapToObj(replica -> replicas.ask(replica, chat))
                .toList();
    }
}
