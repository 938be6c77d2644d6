package dev.greengraph.replica;

import static dev.greengraph.replica.Replica.value;
import static dev.greengraph.testsupport.gateway.Gateway.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.greengraph.account.Secret;
import dev.greengraph.cache.CacheFixture;
import dev.greengraph.cache.Reading;
import dev.greengraph.cache.shared.SharedAnswer;
import dev.greengraph.cache.shared.Turn;
import dev.greengraph.observe.ReplicaMetrics.Look;
import dev.greengraph.observe.ReplicaMetrics.Mode;
import dev.greengraph.replica.value.KeyNames;
import dev.greengraph.upstream.failure.Failures;
import dev.greengraph.upstream.failure.NegativeAnswer;
import dev.greengraph.upstream.failure.UpstreamFailure.ChatNotFound;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import io.vertx.redis.client.Command;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Caches of several replicas over one real Redis: how many upstream calls they make together. */
class SharedCacheTest {

    private static final String CHAT = "70000001234@c.us";

    @RegisterExtension
    static final RunningRedis REDIS = new RunningRedis();

    private final RealRedis redis = REDIS.server();
    private final List<Replica> replicas = new ArrayList<>();

    @AfterEach
    void close() {
        replicas.forEach(Replica::close);
    }

    private Replica replica() {
        return replica(Replica.Settings.of(redis)).sharing();
    }

    private Replica replica(Replica.Settings settings) {
        Replica replica = new Replica(REDIS.vertx(), settings);
        replicas.add(replica);
        return replica;
    }

    private int calls() {
        return replicas.stream().mapToInt(Replica::calls).sum();
    }

    private void hold(Replica replica, String answer) {
        hold(replica, CHAT, answer);
    }

    private void hold(Replica replica, String what, String answer) {
        UniAssertSubscriber<Reading<String>> caller = replica.read(what);
        replica.answer(answer);
        assertEquals(answer, value(caller));
        await(() -> !redis.answers().isEmpty());
    }

    private void change(byte[] value) {
        redis.run(Command.HSET, redis.answers().get(0), "v", value);
    }

    @Test
    void aReplicaThatStartsColdAsksNothingThatAnotherHasAsked() {
        hold(replica(), "rows");

        assertEquals("rows", value(replica().read(CHAT)));
        assertEquals(1, calls());
    }

    @Test
    void oneReplicaAsksForAll() {
        List<UniAssertSubscriber<Reading<String>>> callers = new ArrayList<>();
        List<Replica> three = List.of(replica(), replica(), replica());

        IntStream.range(0, 300).forEach(i -> callers.add(three.get(i % 3).read(CHAT)));
        await(() -> three.stream()
                        .mapToDouble(replica -> replica.looks(Look.THEIRS))
                        .sum()
                == 2);
        three.stream().filter(replica -> replica.calls() == 1).forEach(replica -> replica.answer("rows"));

        callers.forEach(caller -> assertEquals("rows", value(caller)));
        assertEquals(1, calls());
    }

    @Test
    void aFailureHandsTheTurnOn() {
        Replica first = replica();
        Replica second = replica();
        UniAssertSubscriber<Reading<String>> unlucky = first.read(CHAT);
        await(() -> first.calls() == 1);
        UniAssertSubscriber<Reading<String>> waiting = second.read(CHAT);
        await(() -> second.looks(Look.THEIRS) == 1);

        first.fail(new IllegalStateException("made up"));
        second.answer("rows");

        unlucky.awaitFailure(Replica.LONG);
        assertEquals("rows", value(waiting));
        assertEquals(2, calls());
    }

    @Test
    void aReplicaThatDiesInItsFlightDelaysTheOthersByItsLease() {
        Replica dying = replica(new Replica.Settings(redis.url(), Duration.ofMillis(300), 1 << 20, List.of()))
                .sharing();
        Replica other = replica();
        dying.read(CHAT);
        await(() -> dying.calls() == 1);

        dying.close();
        UniAssertSubscriber<Reading<String>> waiting = other.read(CHAT);
        other.answer("rows");

        assertEquals("rows", value(waiting));
        assertEquals(1, other.calls());
    }

    /** The gate of the first has sent a call, so the next one waits for as long as the test lets it. */
    @Test
    void aTurnOutlivesItsLeaseWhileItsCallWaitsAtTheGate() {
        Replica first = replica(new Replica.Settings(redis.url(), Duration.ofSeconds(2), 1 << 20, List.of()))
                .sharing();
        Replica second = replica();
        hold(first, "another", "other rows");
        UniAssertSubscriber<Reading<String>> atTheGate = first.read(CHAT);
        await(() -> !redis.turns().isEmpty());
        UniAssertSubscriber<Reading<String>> waiting = second.read(CHAT);
        await(() -> second.looks(Look.THEIRS) == 1);
        String turn = redis.turns().get(0);

        redis.run(Command.PEXPIRE, turn, Duration.ofHours(1).toMillis());
        await(() -> redis.run(Command.PTTL, turn).toLong() <= 2_000);
        first.pass(CacheFixture.SPACING);
        first.answer("rows");

        assertEquals("rows", value(atTheGate));
        assertEquals("rows", value(waiting));
        assertEquals(0, second.calls());
        await(() -> redis.turns().isEmpty());
    }

    @Test
    void aNewerAnswerTakesThePlaceOfWhatOthersHold() {
        Replica asking = replica();
        Replica holding = replica();
        hold(asking, "old");
        assertEquals("old", value(holding.read(CHAT)));

        asking.answers.keep(
                CacheFixture.key(CHAT),
                Turn.NONE,
                new SharedAnswer.Body("new".getBytes(StandardCharsets.UTF_8)),
                new CacheFixture().clock.instant(),
                Duration.ofHours(1));

        await(() -> value(holding.read(CHAT)).equals("new"));
        assertEquals(1, calls());
    }

    @Test
    void whatTheUpstreamDoesNotHaveIsShared() {
        Replica first = replica();
        UniAssertSubscriber<Reading<String>> caller = first.read(CHAT);
        first.fail(NegativeAnswer.CHAT_NOT_FOUND.failure(CacheFixture.ENDPOINT));
        caller.awaitFailure(Replica.LONG);
        await(() -> !redis.answers().isEmpty());

        UniAssertSubscriber<Reading<String>> other = replica().read(CHAT);

        assertInstanceOf(ChatNotFound.class, other.awaitFailure(Replica.LONG).getFailure());
        assertEquals(1, calls());
    }

    @Test
    void aBrokenValueIsCountedAndOverwritten() {
        hold(replica(), "rows");
        change(new byte[] {1, 0, 1, 2, 3});

        Replica second = replica();
        UniAssertSubscriber<Reading<String>> caller = second.read(CHAT);
        second.answer("new rows");

        assertEquals("new rows", value(caller));
        assertEquals(1, second.looks(Look.UNREADABLE));
        await(() -> value(replica().read(CHAT)).equals("new rows"));
        assertEquals(2, calls());
    }

    /** Of an older version, and of a newer one. */
    @ParameterizedTest
    @ValueSource(bytes = {0, 99})
    void anUnknownFormatIsNoAnswerAndIsCountedAndOverwritten(byte format) {
        hold(replica(), "rows");
        change(new byte[] {format, 1, 2, 3});

        Replica second = replica();
        UniAssertSubscriber<Reading<String>> caller = second.read(CHAT);
        second.answer("new rows");

        assertEquals("new rows", value(caller));
        assertEquals(1, second.looks(Look.UNKNOWN_FORMAT));
        assertEquals(0, second.looks(Look.UNREADABLE));
        await(() -> value(replica().read(CHAT)).equals("new rows"));
        assertEquals(2, calls());
    }

    /** As if another version kept answers as plain texts. */
    @Test
    void whatIsNoHashIsNoAnswerAndIsOverwritten() {
        hold(replica(), "rows");
        redis.run(Command.SET, redis.answers().get(0), "rows");

        Replica second = replica();
        UniAssertSubscriber<Reading<String>> caller = second.read(CHAT);
        second.answer("new rows");

        assertEquals("new rows", value(caller));
        assertEquals(Mode.SHARED, second.mode());
        await(() -> value(replica().read(CHAT)).equals("new rows"));
        assertEquals(2, calls());
    }

    @Test
    void noticesOfAnotherVersionAreHeardAsFarAsTheyAreKnown() {
        Replica first = replica();
        Replica second = replica();
        first.read(CHAT);
        await(() -> first.calls() == 1);
        UniAssertSubscriber<Reading<String>> waiting = second.read(CHAT);
        await(() -> second.looks(Look.THEIRS) == 1);
        String turn = redis.turns().get(0);
        String channel = new KeyNames(new Secret(Replica.SECRET)).channel();

        redis.run(Command.PUBLISH, channel, "");
        redis.run(Command.PUBLISH, channel, "2");
        redis.run(Command.DEL, turn);
        redis.run(Command.PUBLISH, channel, "later gone " + turn.replace("}:t:", "}:a:") + " and why");
        second.answer("rows");

        assertEquals("rows", value(waiting));
    }

    /** What is held is older than what another replica has, and better than nothing. */
    @Test
    void anAnswerWhoseNewerOneIsLostWithRedisIsServed() throws IOException, InterruptedException {
        Replica asking = replica();
        Replica holding = replica();
        hold(asking, "old");
        assertEquals("old", value(holding.read(CHAT)));
        asking.answers.keep(
                CacheFixture.key(CHAT),
                Turn.NONE,
                new SharedAnswer.Body("new".getBytes(StandardCharsets.UTF_8)),
                new CacheFixture().clock.instant(),
                Duration.ofHours(1));
        await(() -> holding.isSuperseded(CHAT));

        redis.stop();
        try {
            UniAssertSubscriber<Reading<String>> caller = holding.read(CHAT);
            holding.fail(Failures.unavailable(CacheFixture.ENDPOINT));

            assertEquals("old", value(caller));
        } finally {
            redis.goOn();
        }
    }

    @Test
    void whatIsTooLargeIsNotKeptAndTheTurnIsGivenBack() {
        Replica first = replica(new Replica.Settings(redis.url(), Replica.LONG, 10, List.of()))
                .sharing();
        Replica second = replica();
        UniAssertSubscriber<Reading<String>> caller = first.read(CHAT);
        await(() -> first.calls() == 1);
        UniAssertSubscriber<Reading<String>> waiting = second.read(CHAT);
        await(() -> second.looks(Look.THEIRS) == 1);

        first.answer("rows, more than ten bytes of them");
        second.answer("rows");

        assertEquals("rows, more than ten bytes of them", value(caller));
        assertEquals("rows", value(waiting));
    }

    @Test
    void aServerThatForgotEverythingIsUsedAtOnce() {
        Replica first = replica();
        hold(first, "rows");
        redis.run(Command.FLUSHALL);
        redis.run(Command.SCRIPT, "FLUSH");

        Replica second = replica();
        UniAssertSubscriber<Reading<String>> caller = second.read(CHAT);
        second.answer("rows");

        assertEquals("rows", value(caller));
        assertEquals(1, second.looks(Look.MINE));
        assertEquals(Mode.SHARED, second.mode());
    }

    @Test
    void aHangingServerIsLeftAloneUntilItAnswers() throws IOException, InterruptedException {
        Replica replica = replica();
        redis.stop();
        try {
            UniAssertSubscriber<Reading<String>> first = replica.read(CHAT);
            replica.answer("rows");
            assertEquals("rows", value(first));
            assertEquals(Mode.ALONE, replica.mode());
            replica.pass(CacheFixture.SPACING);
            UniAssertSubscriber<Reading<String>> second = replica.read("another");
            replica.answer("more rows");
            assertEquals("more rows", value(second));
        } finally {
            redis.goOn();
        }
        await(() -> replica.mode() == Mode.SHARED);
    }

    @Test
    void aWaitEndsWhenRedisIsLost() throws IOException, InterruptedException {
        Replica first = replica();
        Replica second = replica();
        first.read(CHAT);
        await(() -> first.calls() == 1);
        UniAssertSubscriber<Reading<String>> waiting = second.read(CHAT);
        await(() -> second.looks(Look.THEIRS) == 1);

        redis.stop();
        try {
            second.answer("rows");
            assertEquals("rows", value(waiting));
        } finally {
            redis.goOn();
        }
    }

    @Test
    void aServerThatOnlyReadsIsNotUsed() {
        Replica replica = replica();
        redis.run(Command.REPLICAOF, "127.0.0.1", "1");
        try {
            UniAssertSubscriber<Reading<String>> caller = replica.read(CHAT);
            replica.answer("rows");

            assertEquals("rows", value(caller));
            await(() -> replica.mode() == Mode.ALONE);
        } finally {
            redis.run(Command.REPLICAOF, "NO", "ONE");
        }
        await(() -> replica.mode() == Mode.SHARED);
    }

    @Test
    void aServerWithoutMemoryIsNotUsed() {
        Replica replica = replica();
        redis.run(Command.CONFIG, "SET", "maxmemory", 1);
        try {
            UniAssertSubscriber<Reading<String>> caller = replica.read(CHAT);
            replica.answer("rows");

            assertEquals("rows", value(caller));
            await(() -> replica.mode() == Mode.ALONE);
        } finally {
            redis.run(Command.CONFIG, "SET", "maxmemory", 0);
        }
        await(() -> replica.mode() == Mode.SHARED);
    }

    @Test
    void withoutAServerEachAsksByItself() {
        Replica replica = replica(new Replica.Settings("redis://127.0.0.1:1", Replica.LONG, 10, List.of()));

        UniAssertSubscriber<Reading<String>> caller = replica.read(CHAT);
        replica.answer("rows");

        assertEquals("rows", value(caller));
        assertEquals(Mode.ALONE, replica.mode());
    }

    @Test
    void aWrongPasswordStopsNothing() throws IOException {
        try (RealRedis guarded = new RealRedis(REDIS.vertx(), "requirepass right")) {
            Replica wrong = replica(
                    new Replica.Settings(guarded.url().replace("//", "//:wrong@"), Replica.LONG, 1 << 20, List.of()));
            Replica right = replica(
                    new Replica.Settings(guarded.url().replace("//", "//:right@"), Replica.LONG, 1 << 20, List.of()));
            right.sharing();

            UniAssertSubscriber<Reading<String>> caller = wrong.read(CHAT);
            wrong.answer("rows");

            assertEquals("rows", value(caller));
            assertEquals(Mode.ALONE, wrong.mode());
        }
    }

    @Test
    void whatIsKeptTellsNothing() {
        byte[] key = new byte[32];
        Replica replica = replica(new Replica.Settings(redis.url(), Replica.LONG, 1 << 20, List.of(key)))
                .sharing();
        hold(replica, "rows of a chat");

        String name = redis.answers().get(0);
        String value = redis.run(Command.HGET, name, "v").toString(StandardCharsets.ISO_8859_1);

        for (String secret : List.of(CHAT, "70000001234", Replica.ID_INSTANCE, "getChatHistory", "mine", "rows")) {
            assertFalse(name.contains(secret), secret);
            assertFalse(value.contains(secret), secret);
        }
    }
}
