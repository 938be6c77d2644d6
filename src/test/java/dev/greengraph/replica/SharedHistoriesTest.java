package dev.greengraph.replica;

import static dev.greengraph.testsupport.gateway.Gateway.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.greengraph.account.AccountId;
import dev.greengraph.live.history.Mark;
import dev.greengraph.live.history.ToldState;
import dev.greengraph.observe.ReplicaMetrics.Mode;
import dev.greengraph.replica.Replica.Settings;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import io.vertx.redis.client.Command;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What replicas know of each other's subscribers, through one real Redis. */
class SharedHistoriesTest {

    private static final AccountId ACCOUNT = Replica.ACCOUNT;
    private static final String HISTORY = "0123456789abcdef";

    @RegisterExtension
    static final RunningRedis REDIS = new RunningRedis();

    private final RealRedis redis = REDIS.server();
    private final List<Replica> replicas = new ArrayList<>();

    @AfterEach
    void close() {
        replicas.forEach(Replica::close);
    }

    private Replica replica(Settings settings) {
        Replica replica = new Replica(REDIS.vertx(), settings);
        replicas.add(replica);
        return replica.sharing();
    }

    private Settings encrypting() {
        return new Settings(redis.url(), Replica.LONG, 1 << 20, List.of(new byte[32]));
    }

    @Test
    void whatOneKeepsAnotherFindsUntilItIsForgotten() {
        Replica first = replica(encrypting());
        Replica second = replica(encrypting());

        first.histories.keep(ACCOUNT, HISTORY, state(1, 10));
        await(() -> find(second, HISTORY).isPresent());
        assertEquals(Optional.of(state(1, 10)), find(second, HISTORY));
        first.histories.keep(ACCOUNT, HISTORY, state(2, 10_000));
        await(() -> find(second, HISTORY).orElseThrow().last() == 2);
        assertEquals(Optional.of(state(2, 10_000)), find(second, HISTORY));

        assertEquals(Optional.empty(), find(second, "fedcba9876543210"));
        long rest = redis.run(Command.PTTL, kept()).toLong();
        assertTrue(rest > 0 && rest <= 600_000, "it is gone after ten minutes: " + rest);
    }

    @Test
    void whatIsKeptTellsNothing() {
        Replica first = replica(encrypting());
        first.histories.keep(ACCOUNT, HISTORY, state(1, 10));
        await(() -> find(first, HISTORY).isPresent());

        String all = redis.everything();

        assertTrue(all.contains(kept()), all);
        for (String secret : List.of(HISTORY, Replica.ID_INSTANCE, "mine", "\u0000\u0000\u0000\u0000")) {
            assertFalse(all.contains(secret), secret);
        }
    }

    @Test
    void whatIsTooLargeIsNotKept() {
        Replica first = replica(new Settings(redis.url(), Replica.LONG, 1_000, List.of()));

        first.histories.keep(ACCOUNT, HISTORY, state(1, 1_000));
        first.histories.keep(ACCOUNT, "fedcba9876543210", state(1, 10));
        await(() -> find(first, "fedcba9876543210").isPresent());

        assertEquals(1, redis.names().size());
    }

    @Test
    void whatCannotBeReadIsNotFound() {
        Replica first = replica(encrypting());
        first.histories.keep(ACCOUNT, HISTORY, state(1, 10));
        await(() -> find(first, HISTORY).isPresent());
        String name = kept();

        for (byte[] value : List.of(new byte[0], new byte[] {99, 1, 2}, new byte[] {1, 0, 2}, new byte[] {2, 0, 2})) {
            redis.run(Command.SET, name, value);
            assertEquals(Optional.empty(), find(first, HISTORY));
        }
        redis.run(Command.DEL, name);
        redis.run(Command.LPUSH, name, "a list");
        assertEquals(Optional.empty(), find(first, HISTORY));
    }

    @Test
    void nothingIsFoundWhileRedisIsAwayAndNothingFails() throws IOException, InterruptedException {
        Replica first = replica(encrypting());
        first.histories.keep(ACCOUNT, HISTORY, state(1, 10));
        await(() -> find(first, HISTORY).isPresent());

        redis.stop();
        try {
            first.histories.keep(ACCOUNT, HISTORY, state(2, 10));
            assertEquals(Optional.empty(), find(first, HISTORY));
            await(() -> first.mode() == Mode.ALONE);
            assertEquals(Optional.empty(), find(first, HISTORY));
        } finally {
            redis.goOn();
        }
        await(() -> first.mode() == Mode.SHARED);
        first.histories.keep(ACCOUNT, HISTORY, state(3, 10));
        await(() -> find(first, HISTORY).orElseThrow().last() == 3);
    }

    private String kept() {
        return redis.names().stream()
                .filter(name -> name.contains("}:h:"))
                .findFirst()
                .orElseThrow();
    }

    private static ToldState state(long last, int rows) {
        Random random = new Random(last);
        List<Mark> marks = random.longs(rows)
                .mapToObj(name -> new Mark(name, (int) (name >> 7), 1_700_000_000 + name % 1_000))
                .toList();
        return new ToldState(last, marks, List.of(new ToldState.Before(last, null)));
    }

    private static Optional<ToldState> find(Replica replica, String history) {
        return replica.histories
                .find(ACCOUNT, history)
                .subscribe()
                .withSubscriber(UniAssertSubscriber.create())
                .awaitItem(Replica.LONG)
                .getItem();
    }
}
