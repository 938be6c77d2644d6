package dev.greengraph.replica;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.greengraph.gate.RetryLater;
import dev.greengraph.testsupport.VirtualTime;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/**
 * The gates of three replicas whose clocks are minutes apart, over virtual time and the real scripts, while Redis is lost and
 * comes back empty, is too slow for one of them, or one of them dies: never above the rate, and all is well in the end.
 */
class ReplicasPropertyTest {

    private static final int REPLICAS = 3;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /** By then all that happened is over: a server that was lost time and again is left out for half a minute. */
    private static final Duration CALM = Duration.ofMinutes(3);

    private static Vertx vertx;
    private static RealRedis server;

    @BeforeContainer
    static void start() throws IOException {
        vertx = Vertx.vertx();
        server = new RealRedis(vertx);
    }

    @AfterContainer
    static void end() throws IOException {
        server.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    /** What happens besides a call. */
    enum Mishap {
        NONE,
        /** Redis is away, and comes back empty. */
        REDIS_IS_LOST,
        /** Redis takes too long for the replica that calls. */
        REDIS_IS_SLOW,
        /** The replica that calls dies. */
        REPLICA_DIES
    }

    /**
     * A call, and a mishap.
     *
     * @param after how long after the one before
     * @param replica of which replica
     * @param way how long the call takes to the upstream, and its answer back
     * @param lasts how long the mishap lasts
     */
    record Happens(int after, int replica, int way, Mishap mishap, int lasts) {}

    @Property(tries = 40)
    void neverAboveTheRateAndAllIsWellInTheEnd(@ForAll("schedules") List<Happens> schedule) {
        World world = new World(schedule);

        world.time.run();

        assertTrue(
                world.gates.gaps().allMatch(gap -> gap.compareTo(VirtualGates.LIMIT) >= 0),
                () -> "arrivals " + world.gates.arrivals());
        assertEquals(List.of(), world.failures);
        assertEquals(world.asked, world.ended, "calls without an end");
        assertEquals(world.alive(), world.servedInTheEnd);
    }

    /** One schedule. */
    private static final class World {

        final VirtualTime time = new VirtualTime();
        final VirtualGates gates;
        final List<Throwable> failures = new ArrayList<>();
        int asked;
        int ended;
        int servedInTheEnd;

        World(List<Happens> schedule) {
            Instant at = VirtualTime.START.plusSeconds(3);
            Duration all = CALM.multipliedBy(2).plusSeconds(3L * (1 + schedule.size()));
            gates = new VirtualGates(server, time, VirtualTime.START.plus(all), REPLICAS, REPLICAS);
            for (Happens happens : schedule) {
                at = at.plusMillis(happens.after());
                time.at(at, () -> happen(happens));
            }
            time.at(at.plus(CALM), this::askOfEach);
        }

        private void happen(Happens happens) {
            ask(happens.replica(), happens.way(), () -> {});
            Duration lasts = Duration.ofMillis(happens.lasts());
            switch (happens.mishap()) {
                case NONE -> {}
                case REDIS_IS_LOST -> gates.redis().lose(time.instant(), lasts);
                case REDIS_IS_SLOW -> gates.redis().slowDown(happens.replica(), lasts);
                case REPLICA_DIES -> gates.kill(happens.replica());
            }
        }

        private void askOfEach() {
            for (int replica = 0; replica < REPLICAS; replica++) {
                ask(replica, 10, () -> servedInTheEnd++);
            }
        }

        private void ask(int replica, int way, Runnable served) {
            if (gates.isDead(replica)) {
                return;
            }
            asked++;
            gates.ask(replica, PATIENCE, Duration.ofMillis(way))
                    .subscribe()
                    .with(
                            answer -> {
                                ended++;
                                served.run();
                            },
                            failure -> {
                                ended++;
                                if (!(failure instanceof RetryLater)) {
                                    failures.add(failure);
                                }
                            });
        }

        int alive() {
            return (int) IntStream.range(0, REPLICAS)
                    .filter(replica -> !gates.isDead(replica))
                    .count();
        }
    }

    @Provide
    Arbitrary<List<Happens>> schedules() {
        Arbitrary<Mishap> mishap = Arbitraries.frequency(
                Tuple.of(12, Mishap.NONE),
                Tuple.of(2, Mishap.REDIS_IS_LOST),
                Tuple.of(2, Mishap.REDIS_IS_SLOW),
                Tuple.of(1, Mishap.REPLICA_DIES));
        return Combinators.combine(upTo(3_000), upTo(REPLICAS - 1), upTo(40), mishap, upTo(8_000))
                .as(Happens::new)
                .list()
                .ofMaxSize(40);
    }

    private static Arbitrary<Integer> upTo(int most) {
        return Arbitraries.integers().between(0, most);
    }
}
