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
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/**
 * Replicas whose clocks are minutes apart, each with callers at all times, on a machine that has too much to do, when Redis is
 * lost for all of them – also just when one more comes or one goes – and comes back empty. With the usual settings, no call arrives
 * too soon after another one.
 */
class LossOfRedisPropertyTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration WAY = Duration.ofMillis(20);
    private static final Instant BEGIN = VirtualTime.START.plusSeconds(15);
    private static final Duration READY = Duration.ofSeconds(3);
    private static final Duration AFTERWARDS = Duration.ofSeconds(30);

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

    /** What changes among the replicas. */
    enum Change {
        NONE,
        ONE_COMES,
        ONE_GOES,
        ONE_DIES,
        /** One goes, and another one comes in its place. */
        ONE_IS_REPLACED,
        /** Two go, and then one comes that has never heard of the two. */
        TWO_GO_AND_ONE_COMES;

        boolean comes() {
            return this == ONE_COMES || this == ONE_IS_REPLACED || this == TWO_GO_AND_ONE_COMES;
        }
    }

    /**
     * A loss.
     *
     * @param replicas how many there are
     * @param isExpected whether the setting says how many there are at most; else they have to know by themselves
     * @param isKilled whether connections break, or nothing is heard any more
     * @param after how long after they all are there
     * @param lasts how long Redis is away
     * @param change what else happens
     * @param before how long before the loss; negative if after it
     * @param busy what the delays of the machine are drawn from
     */
    record Loss(
            int replicas,
            boolean isExpected,
            boolean isKilled,
            int after,
            int lasts,
            Change change,
            int before,
            long busy) {

        Instant at() {
            return BEGIN.plusMillis(after);
        }

        int expected() {
            return isExpected ? replicas + 1 : 1;
        }

        /** Who comes is heard of before the loss, at least by itself if it is expected, else by all. */
        Instant changesAt() {
            int least = isExpected ? 1_000 : 3_000;
            return at().minusMillis(change.comes() ? Math.max(before, least) : before);
        }
    }

    @Property(tries = 120)
    void noCallArrivesTooSoon(@ForAll("losses") Loss loss) {
        World world = new World(loss);

        world.time.run();

        assertEquals(List.of(), world.gates.refused(), () -> "arrivals " + world.gates.arrivals());
        assertEquals(List.of(), world.failures);
        assertTrue(world.gates.arrivals().size() > loss.lasts() / 6_000, () -> "arrivals " + world.gates.arrivals());
    }

    /** One loss. */
    private static final class World {

        final VirtualTime time = new VirtualTime();
        final VirtualGates gates;
        final List<Throwable> failures = new ArrayList<>();
        private final Instant end;
        private int started;

        World(Loss loss) {
            end = loss.at().plusMillis(loss.lasts()).plus(AFTERWARDS);
            gates = new VirtualGates(server, time, end, loss.expected(), busy(new Random(loss.busy())));
            for (int replica = 0; replica < loss.replicas(); replica++) {
                time.at(VirtualTime.START.plusMillis(400L * replica), this::begin);
            }
            change(loss.change(), loss.changesAt());
            Duration lasts = Duration.ofMillis(loss.lasts());
            if (loss.isKilled()) {
                gates.redis().kill(loss.at(), lasts);
            } else {
                gates.redis().lose(loss.at(), lasts);
            }
        }

        private void change(Change change, Instant at) {
            switch (change) {
                case NONE -> {}
                case ONE_COMES -> time.at(at, this::begin);
                case ONE_GOES -> time.at(at, () -> gates.end(0));
                case ONE_DIES -> time.at(at, () -> gates.kill(0));
                case ONE_IS_REPLACED -> {
                    time.at(at.minusSeconds(2), () -> gates.end(0));
                    time.at(at, this::begin);
                }
                case TWO_GO_AND_ONE_COMES -> {
                    time.at(at.minusSeconds(2), () -> gates.end(started - 1));
                    time.at(at.minusSeconds(2), () -> gates.end(started - 2));
                    time.at(at, this::begin);
                }
            }
        }

        /** One more replica, which has two callers once it is ready. */
        private void begin() {
            int replica = started++;
            gates.start();
            askAgain(replica, READY);
            askAgain(replica, READY);
        }

        private void ask(int replica) {
            if (time.instant().isAfter(end) || gates.isDead(replica)) {
                return;
            }
            gates.ask(replica, PATIENCE, WAY)
                    .subscribe()
                    .with(answer -> askAgain(replica, Duration.ofMillis(1)), failure -> {
                        if (failure instanceof RetryLater later) {
                            askAgain(replica, later.retryAfter().plusMillis(1));
                        } else {
                            failures.add(failure);
                        }
                    });
        }

        private void askAgain(int replica, Duration after) {
            time.at(time.instant().plus(after), () -> ask(replica));
        }

        /** Most things happen nearly at once; some of them take as long as a process stands still or a connection takes. */
        private static VirtualGates.Machine busy(Random random) {
            return new VirtualGates.Machine(
                    () -> rarely(random, 8, 45, 700),
                    () -> rarely(random, 20, 30, 400),
                    () -> rarely(random, 10, 20, 900));
        }

        private static Duration rarely(Random random, int oneIn, int usual, int longest) {
            return Duration.ofMillis(random.nextInt(random.nextInt(oneIn) == 0 ? longest : usual));
        }
    }

    @Provide
    Arbitrary<Loss> losses() {
        return Combinators.combine(
                        between(2, 4),
                        Arbitraries.of(true, false),
                        Arbitraries.of(true, false),
                        between(0, 20_000),
                        between(2_000, 40_000),
                        Arbitraries.of(Change.class),
                        between(-3_000, 9_000),
                        Arbitraries.longs())
                .as(Loss::new);
    }

    private static Arbitrary<Integer> between(int least, int most) {
        return Arbitraries.integers().between(least, most);
    }
}
