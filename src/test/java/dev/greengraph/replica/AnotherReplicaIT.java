package dev.greengraph.replica;

import static dev.greengraph.replica.PackagedReplicas.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.greengraph.testsupport.process.EventStreamReader;
import dev.greengraph.testsupport.process.GrowingUpstream;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Packaged gateways over one real Redis: a subscriber goes from one to the other, also after one was killed. */
@Timeout(value = 180, unit = TimeUnit.SECONDS)
class AnotherReplicaIT {

    @TempDir
    Path folder;

    private final Vertx vertx = Vertx.vertx();

    @Test
    void aSubscriberGoesOnAtAnotherReplicaWithoutAGapAndWithoutARepetition() throws Exception {
        try (RealRedis redis = new RealRedis(vertx);
                GrowingUpstream upstream = new GrowingUpstream();
                PackagedReplicas replicas = replicas(upstream, redis)) {
            replicas.awaitShared();
            EventStreamReader first = subscribe(replicas, 0, null);
            await(() -> told(redis) == 1);
            upstream.add("A");
            JsonObject a = next(first);
            assertEquals("ADDED A", shown(a));
            first.close();

            upstream.add("B");
            EventStreamReader second = subscribe(replicas, 1, a);
            JsonObject b = next(second);
            assertEquals("ADDED B", shown(b));
            EventStreamReader third = subscribe(replicas, 2, b);
            upstream.add("C");
            JsonObject c = next(second);
            assertEquals("ADDED C", shown(c));
            assertEquals("ADDED C", shown(next(third)));

            replicas.get(0).handle().destroyForcibly();
            upstream.add("D");
            assertEquals("ADDED D", shown(next(second)));
            assertEquals("ADDED D", shown(next(third)));
            EventStreamReader fromKilled = subscribe(replicas, 2, a);
            for (String id : List.of("B", "C", "D")) {
                assertEquals("ADDED " + id, shown(next(fromKilled)));
            }
            assertRedisTellsNothing(redis);

            redis.stop();
            assertEquals("MISSED", shown(next(subscribe(replicas, 1, a))));
            upstream.add("E");
            assertEquals("ADDED E", shown(next(second)), "who is there already does not notice");
            redis.goOn();
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().join();
        }
    }

    private PackagedReplicas replicas(GrowingUpstream upstream, RealRedis redis) throws IOException {
        return new PackagedReplicas(
                upstream.url(),
                redis.url(),
                folder,
                Map.of("greengraph.replicas.timeout", "1s", "greengraph.cache.messages.fresh-for", "2s"));
    }

    private static long told(RealRedis redis) {
        return redis.names().stream().filter(name -> name.contains("}:h:")).count();
    }

    private static void assertRedisTellsNothing(RealRedis redis) {
        assertTrue(told(redis) > 0, "what was told is there");
        String names = String.join(" ", redis.names());
        for (String secret : List.of(Replica.ID_INSTANCE, GrowingUpstream.CHAT, "shop")) {
            assertFalse(names.contains(secret), secret);
        }
    }

    private static EventStreamReader subscribe(PackagedReplicas replicas, int replica, JsonObject after)
            throws IOException, InterruptedException {
        String arguments = after == null ? "" : "(after: \"" + after.getString("position") + "\")";
        return EventStreamReader.open(
                replicas.get(replica),
                "subscription { messageChanged" + arguments + " { kind position message { messageId } } }");
    }

    private static JsonObject next(EventStreamReader stream) {
        return stream.next("messageChanged");
    }

    private static String shown(JsonObject change) {
        JsonObject message = change.getJsonObject("message");
        return change.getString("kind") + (message == null ? "" : " " + message.getString("messageId"));
    }
}
