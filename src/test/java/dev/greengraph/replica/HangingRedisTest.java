package dev.greengraph.replica;

import static dev.greengraph.replica.Replica.value;
import static dev.greengraph.testsupport.gateway.Gateway.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.greengraph.cache.CacheFixture;
import dev.greengraph.cache.Reading;
import dev.greengraph.gate.EndpointGate;
import dev.greengraph.observe.ReplicaMetrics.Look;
import dev.greengraph.observe.ReplicaMetrics.Mode;
import dev.greengraph.upstream.endpoint.EndpointTable;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A Redis that takes every command and answers none: a request waits for one of them at the most, whatever it would ask there,
 * and those that come later for none. One wait is {@code greengraph.replicas.timeout}.
 */
class HangingRedisTest {

    private static final Duration FOR_EVER = Duration.ofHours(1);
    private static final int LATER = 20;

    @RegisterExtension
    static final RunningRedis REDIS = new RunningRedis();

    private DelayingProxy way;

    @BeforeEach
    void open() {
        way = new DelayingProxy(REDIS.vertx(), REDIS.server().port());
    }

    @AfterEach
    void close() {
        way.close();
    }

    /** One whose first commands have been answered. */
    private Replica replica() {
        Replica replica =
                new Replica(REDIS.vertx(), new Replica.Settings(way.url(), Replica.LONG, 1 << 20, List.of())).sharing();
        answered(replica, "before").awaitItem(Replica.LONG);
        await(() -> !REDIS.server().answers().isEmpty());
        replica.pass(CacheFixture.SPACING);
        return replica;
    }

    @Test
    void oneAnswerIsLookedForInVainAndThenNone() {
        try (Replica replica = replica()) {
            way.delay(FOR_EVER);
            int before = way.scripts();

            assertEquals("rows", value(answered(replica, "first")));
            assertEquals(before + 1, way.scripts(), "neither is the answer kept there, nor the turn given back");
            for (int i = 0; i < LATER; i++) {
                replica.pass(CacheFixture.SPACING);
                assertEquals("rows", value(answered(replica, "later " + i)));
            }

            assertEquals(before + 1, way.scripts());
            assertEquals(2 + LATER, replica.calls());
            assertEquals(Mode.ALONE, replica.mode());
        }
    }

    private static UniAssertSubscriber<Reading<String>> answered(Replica replica, String what) {
        UniAssertSubscriber<Reading<String>> caller = replica.read(what);
        replica.answer("rows");
        return caller;
    }

    @Test
    void requestsThatComeAtOnceWaitForOneCommandEach() {
        try (Replica replica = replica()) {
            way.delay(FOR_EVER);
            int before = way.scripts();

            UniAssertSubscriber<Reading<String>> first = replica.read("first");
            IntStream.range(0, LATER).forEach(i -> replica.read("at once " + i));
            await(() -> replica.looks(Look.ALONE) == 1 + LATER);
            replica.answer("rows");

            assertEquals("rows", value(first));
            assertEquals(before + 1 + LATER, way.scripts());
        }
    }

    @Test
    void oneCallClaimsInVainAndThenNone() {
        try (GatesOfReplica replica = new GatesOfReplica(REDIS.vertx(), way.url(), 1, Clock.systemUTC()).sharing()) {
            EndpointGate gate = replica.gate(EndpointTable.GET_CHAT_HISTORY.endpoint(), 500);
            way.delay(FOR_EVER);
            int before = way.scripts();

            for (int i = 0; i <= LATER; i++) {
                replica.ask(gate, Replica.LONG, Uni.createFrom().item("answer")).awaitItem(Replica.LONG);
            }

            assertEquals(before + 1, way.scripts());
            assertEquals(1 + LATER, replica.sent());
        }
    }
}
