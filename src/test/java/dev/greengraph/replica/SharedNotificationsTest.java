package dev.greengraph.replica;

import static dev.greengraph.testsupport.gateway.Gateway.await;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.greengraph.account.AccountId;
import dev.greengraph.observe.ReplicaMetrics.Mode;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import io.vertx.redis.client.Command;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Notifications that several replicas share through one real Redis, and who of them reads a queue. */
class SharedNotificationsTest {

    private static final AccountId ACCOUNT = Replica.ACCOUNT;

    @RegisterExtension
    static final RunningRedis REDIS = new RunningRedis();

    private final RealRedis redis = REDIS.server();
    private final List<Replica> replicas = new ArrayList<>();

    @AfterEach
    void close() {
        replicas.forEach(Replica::close);
    }

    private Replica replica(Replica.Settings settings) {
        Replica replica = new Replica(REDIS.vertx(), settings);
        replicas.add(replica);
        return replica.sharing();
    }

    private Replica replica() {
        return replica(Replica.Settings.of(redis));
    }

    @Test
    void whatOneIsToldAllOthersHearOnceAndInOrder() {
        Replica first = replica();
        Replica second = replica();
        Replica third = replica();

        IntStream.range(0, 120).forEach(i -> tell(first, "notification " + i));

        List<String> all =
                IntStream.range(0, 120).mapToObj(i -> "mine notification " + i).toList();
        await(() -> second.told.size() == 120 && third.told.size() == 120);
        assertEquals(all, List.copyOf(second.told));
        assertEquals(all, List.copyOf(third.told));
        assertEquals(List.of(), List.copyOf(first.told));
    }

    @Test
    void whoComesLaterHearsTheLastMinutes() {
        Replica first = replica();
        tell(first, "before");

        Replica second = replica();

        await(() -> List.copyOf(second.told).equals(List.of("mine before")));
        tell(second, "after");
        await(() -> List.copyOf(first.told).equals(List.of("mine after")));
        assertTrue(redis.run(Command.PTTL, stream()).toLong() <= 300_000, "and no more than those");
    }

    @Test
    void noMoreIsKeptThanItsBound() {
        Replica first = replica();
        IntStream.range(0, 600).forEach(i -> tell(first, "notification " + i));

        assertEquals(500, redis.run(Command.XLEN, stream()).toInteger());
    }

    @Test
    void aLargeOneIsLeftToTheJournal() {
        byte[] noise = new byte[100_000];
        new Random(1).nextBytes(noise);
        Replica first = replica();

        wait(first.notifications.tell(ACCOUNT, noise));

        assertEquals(List.of(), redis.names());
    }

    @Test
    void whatIsKeptTellsNothing() {
        Replica first = replica(new Replica.Settings(redis.url(), Replica.LONG, 1 << 20, List.of(new byte[32])));
        tell(first, "from 70000001234@c.us");

        String kept = redis.everything();

        assertTrue(kept.contains(stream()), kept);
        for (String secret : List.of("70000001234", "from", "mine", Replica.ID_INSTANCE)) {
            assertFalse(kept.contains(secret), secret);
        }
    }

    @Test
    void whatCannotBeReadIsLeftOut() {
        Replica first = replica();
        Replica second = replica();
        tell(first, "one");
        redis.run(Command.XADD, stream(), "*", "r", "another", "v", new byte[] {99, 1, 2});
        redis.run(Command.XADD, stream(), "*", "r", "another", "v", new byte[] {1, 0, 2});
        tell(first, "two");

        await(() -> List.copyOf(second.told).equals(List.of("mine one", "mine two")));
    }

    @Test
    void whoLosesRedisKnowsThatItMisses() throws IOException, InterruptedException {
        Replica first = replica();
        Replica second = replica();
        redis.stop();
        try {
            wait(first.notifications.tell(ACCOUNT, "lost".getBytes(UTF_8)));
            await(() -> first.told.contains("missed") && second.told.contains("missed"));
            assertFalse(wait(first.notifications.holdQueue(ACCOUNT)), "who cannot say so reads no queue");
        } finally {
            redis.goOn();
        }
        await(() -> first.mode() == Mode.SHARED && second.mode() == Mode.SHARED);
        tell(first, "again");
        await(() -> second.told.contains("mine again"));
    }

    @Test
    void oneReadsAQueueUntilItReleasesIt() {
        Replica first = replica();
        Replica second = replica();

        assertTrue(wait(first.notifications.holdQueue(ACCOUNT)));
        assertFalse(wait(second.notifications.holdQueue(ACCOUNT)));
        assertTrue(wait(first.notifications.holdQueue(ACCOUNT)));

        first.notifications.releaseQueue(ACCOUNT);
        await(() -> wait(second.notifications.holdQueue(ACCOUNT)));
        assertFalse(wait(first.notifications.holdQueue(ACCOUNT)));
    }

    @Test
    void anotherGoesOnWhenTheReaderOfAQueueDies() {
        Replica.Settings brief = new Replica.Settings(redis.url(), Duration.ofMillis(400), 1 << 20, List.of());
        Replica dying = replica(brief);
        Replica other = replica(brief);
        assertTrue(wait(dying.notifications.holdQueue(ACCOUNT)));
        String lease = redis.names().get(0);

        redis.run(Command.PEXPIRE, lease, Duration.ofHours(1).toMillis());
        await(() -> redis.run(Command.PTTL, lease).toLong() <= 400);
        assertFalse(wait(other.notifications.holdQueue(ACCOUNT)), "a long call holds it by renewing it");

        dying.close();
        await(() -> wait(other.notifications.holdQueue(ACCOUNT)));
    }

    private String stream() {
        return redis.names().stream()
                .filter(name -> name.endsWith("}:n"))
                .findFirst()
                .orElseThrow();
    }

    private static void tell(Replica replica, String text) {
        wait(replica.notifications.tell(ACCOUNT, text.getBytes(UTF_8)));
    }

    private static <T> T wait(Uni<T> step) {
        return step.subscribe()
                .withSubscriber(UniAssertSubscriber.create())
                .awaitItem(Replica.LONG)
                .getItem();
    }
}
