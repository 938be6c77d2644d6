package dev.greengraph.replica;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.greengraph.replica.script.BudgetScripts;
import dev.greengraph.replica.script.RedisScript;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Response;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
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
 * The scripts of a budget in a real Redis whose time the test sets, for any schedule of replicas. A replica behaves as its gate
 * does: one claim at a time, again when it is told to; after a loss of Redis it is silent for the time agreed. Who is refused
 * comes back when told, to any replica, and the place that was kept for it keeps nobody waiting.
 */
class BudgetScriptsPropertyTest {

    private static final long SPACE = 1_050;
    /** What the upstream counts by: one call in any second. */
    private static final long LIMIT = 1_000;

    private static final long LATE = 100;
    private static final long LEAST_HOLD = 250;
    private static final long ENDLESS = 3_600_000;
    /** Then also an impatient caller waits. */
    private static final int MOST_REFUSALS = 5;

    private static final List<String> KEYS = List.of("{test}gate", "{test}queue", "{test}account");

    private static Vertx vertx;
    private static RealRedis redis;

    @BeforeContainer
    static void start() throws IOException {
        vertx = Vertx.vertx();
        redis = new RealRedis(vertx);
    }

    @AfterContainer
    static void end() throws IOException {
        redis.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    /** What happens to a call. */
    enum Fate {
        ANSWERED,
        /** Its reply is lost with the connection of its replica: it claims again. */
        REPLY_IS_LOST,
        /** Its replica dies when it is granted. */
        REPLICA_DIES,
        /** Its caller gives up before it comes back. */
        GIVEN_UP,
        /** Its caller does not wait for long: it is refused, and comes back when it is told to, to any replica. */
        IMPATIENT,
        /** Redis restarts empty: all replicas lose it. */
        RESTART
    }

    /**
     * A call.
     *
     * @param after how long after the one before it is asked for
     * @param replica by which replica
     * @param way how long commands take to Redis and back, and timers are late
     * @param connecting how long it takes until it is sent
     * @param latency how long the upstream takes
     * @param patience how long an impatient caller waits
     */
    record Asked(int after, int replica, int way, int connecting, int latency, int patience, Fate fate) {

        /** How long the caller waits who was refused so often. */
        long patience(int refusals) {
            return fate == Fate.IMPATIENT && refusals < MOST_REFUSALS ? patience : ENDLESS;
        }
    }

    @Property(tries = 150)
    void neverAboveTheRateAndNobodyStarves(@ForAll("schedules") List<Asked> schedule) {
        redis.run(Command.FLUSHALL);
        Run run = new Run(schedule);

        run.toTheEnd();

        for (int i = 1; i < run.arrivals.size(); i++) {
            long gap = run.arrivals.get(i) - run.arrivals.get(i - 1);
            assertTrue(gap >= LIMIT, () -> "a gap of " + gap + " among " + run.arrivals);
        }
        assertEquals(List.of(), run.starved);
        assertEquals(List.of(), run.heldUp);
        run.now += SPACE * 3 + LATE;
        assertEquals("granted", run.claim("the last", "last", 1, ENDLESS).get(0).toString(), "a slot is lost for ever");
    }

    /** One schedule by the clock of the server. */
    private static final class Run {

        private final PriorityQueue<Step> steps =
                new PriorityQueue<>(Comparator.comparingLong(Step::at).thenComparingLong(Step::number));
        private final List<ReplicaModel> replicas = new ArrayList<>();
        private final List<Asked> calls;
        final List<Long> arrivals = new ArrayList<>();
        final List<String> starved = new ArrayList<>();
        final List<String> heldUp = new ArrayList<>();
        private final Map<Integer, Integer> refusals = new HashMap<>();
        long now = 1_700_000_000_000L;
        private long number;
        private int mishaps;
        private int grants;
        private int restarts;

        private record Step(long at, long number, Runnable what) {}

        private final class ReplicaModel {
            private final String name;
            private final List<Integer> waiting = new ArrayList<>();
            private final Set<String> lost = new HashSet<>();
            private int grantsBefore = -1;
            private boolean isClaiming;
            private boolean isDead;
            private long silentUntil;
            private long firstSince;

            ReplicaModel(int number) {
                name = "replica-" + number;
            }

            void ask(int call) {
                waiting.add(call);
                if (!isClaiming && !isDead) {
                    isClaiming = true;
                    firstSince = now;
                    claim();
                }
            }

            /** Its place in the queue is gone: how many go before it is counted from its next claim. */
            void loseRedis(long until) {
                silentUntil = until;
                grantsBefore = -1;
            }

            private void claim() {
                if (isDead) {
                    return;
                }
                if (silentUntil > now) {
                    firstSince = silentUntil;
                    in(silentUntil - now, this::claim);
                    return;
                }
                int call = waiting.get(0);
                Asked asked = calls.get(call);
                String grant = name + ":" + call;
                long patience = asked.patience(refusals.getOrDefault(call, 0));
                onConnection(
                        asked.way(),
                        () -> claimed(asked, grant, Run.this.claim(name, grant, waiting.size(), patience), patience),
                        this::claim);
            }

            private void claimed(Asked asked, String grant, Response reply, long patience) {
                boolean isGranted = reply.get(0).toString().equals("granted");
                grantsBefore = grantsBefore < 0 ? grants : grantsBefore;
                if (isGranted) {
                    if (grants - grantsBefore >= replicas.size() + mishaps) {
                        starved.add(name + " was behind " + (grants - grantsBefore));
                    }
                    grants++;
                    grantsBefore = -1;
                }
                if (isGranted && asked.fate() == Fate.REPLY_IS_LOST && lost.add(grant)) {
                    mishaps++;
                    in(50, this::claim);
                } else if (isGranted && asked.fate() == Fate.REPLICA_DIES) {
                    mishaps++;
                    isDead = true;
                } else if (isGranted) {
                    in(asked.way() + asked.connecting(), () -> send(asked, grant));
                } else if (asked.fate() == Fate.GIVEN_UP) {
                    mishaps++;
                    grantsBefore = -1;
                    next();
                } else if (reply.get(1).toLong() > patience) {
                    checkHeldUp(reply.get(1).toLong());
                    refused(asked, asked.way() + reply.get(2).toLong());
                } else {
                    checkHeldUp(reply.get(1).toLong());
                    in(asked.way() + reply.get(1).toLong(), this::claim);
                }
            }

            /** Only who really waits is waited for. */
            private void checkHeldUp(long wait) {
                long others = replicas.stream()
                        .filter(other -> other != this && other.isClaiming)
                        .count();
                long most = (others + mishaps + 2) * SPACE + LATE + 1;
                if (wait > most) {
                    heldUp.add(name + " is to wait " + wait + " for " + others);
                }
            }

            private void refused(Asked asked, long told) {
                int call = waiting.get(0);
                int times = refusals.merge(call, 1, Integer::sum);
                grantsBefore = -1;
                in(told, () -> comeBack(asked.replica() + times * asked.way(), call));
                next();
            }

            private void send(Asked asked, String grant) {
                if (isDead) {
                    return;
                }
                long waited = now - firstSince;
                long fair = (replicas.size() + 2L * mishaps + 3) * (SPACE * 2 + LATE);
                if (waited > fair) {
                    starved.add(name + " waited " + waited);
                }
                arrivals.add(now);
                onConnection(
                        asked.way(), () -> script(BudgetScripts.SENT, List.of(KEYS.get(0)), grant, SPACE), () -> {});
                onConnection(asked.way() + asked.latency(), () -> ended(asked, grant), () -> {});
                in(SPACE, this::next);
            }

            private void ended(Asked asked, String grant) {
                script(
                        BudgetScripts.ENDED,
                        List.of(KEYS.get(0), KEYS.get(2)),
                        List.of(grant, SPACE, asked.latency(), "ANSWERED", 5, 3_000, 1_000, 30_000, 600_000, 30_000, "")
                                .toArray());
            }

            private void next() {
                waiting.remove(0);
                isClaiming = !waiting.isEmpty();
                if (isClaiming) {
                    firstSince = now;
                    claim();
                }
            }
        }

        Run(List<Asked> calls) {
            this.calls = calls;
            for (int i = 0; i < 4; i++) {
                replicas.add(new ReplicaModel(i));
            }
            long at = now;
            for (int i = 0; i < calls.size(); i++) {
                int call = i;
                at += calls.get(i).after();
                steps.add(new Step(at, number++, () -> begin(call)));
            }
        }

        private void comeBack(int to, int call) {
            IntStream.range(0, replicas.size())
                    .mapToObj(more -> replicas.get((to + more) % replicas.size()))
                    .filter(replica -> !replica.isDead)
                    .findFirst()
                    .ifPresent(replica -> replica.ask(call));
        }

        private void begin(int call) {
            Asked asked = calls.get(call);
            if (asked.fate() == Fate.RESTART) {
                redis.run(Command.FLUSHALL);
                restarts++;
                replicas.forEach(replica -> replica.loseRedis(now + Presence.NOTICED_WITHIN.toMillis() + SPACE));
            }
            replicas.get(asked.replica()).ask(call);
        }

        /** What is on its way when Redis restarts does not arrive. */
        private void onConnection(long time, Runnable arrives, Runnable otherwise) {
            int before = restarts;
            in(time, () -> (before == restarts ? arrives : otherwise).run());
        }

        private void in(long time, Runnable what) {
            steps.add(new Step(now + time, number++, what));
        }

        void toTheEnd() {
            for (Step next = steps.poll(); next != null; next = steps.poll()) {
                now = next.at();
                next.what().run();
            }
        }

        Response claim(String replica, String grant, int calls, long patience) {
            return script(
                    BudgetScripts.CLAIM, KEYS, SPACE, LATE, 5, LEAST_HOLD, replica, grant, calls, 11_000, patience);
        }

        private Response script(RedisScript script, List<String> keys, Object... arguments) {
            String text = script.text().replaceFirst("local time = .*\n", "local now = tonumber('" + now + "')\n");
            List<Object> all = new ArrayList<>(List.of(text, keys.size()));
            all.addAll(keys);
            for (Object argument : arguments) {
                all.add(argument.toString().getBytes(US_ASCII));
            }
            return redis.run(Command.EVAL, all.toArray());
        }
    }

    @Provide
    Arbitrary<List<Asked>> schedules() {
        Arbitrary<Fate> fate = Arbitraries.frequency(
                Tuple.of(20, Fate.ANSWERED),
                Tuple.of(2, Fate.REPLY_IS_LOST),
                Tuple.of(1, Fate.REPLICA_DIES),
                Tuple.of(3, Fate.GIVEN_UP),
                Tuple.of(12, Fate.IMPATIENT),
                Tuple.of(1, Fate.RESTART));
        return Combinators.combine(upTo(1_500), upTo(3), upTo(40), upTo(1_400), upTo(3_000), upTo(5_000), fate)
                .as(Asked::new)
                .list()
                .ofMaxSize(40);
    }

    private static Arbitrary<Integer> upTo(int most) {
        return Arbitraries.integers().between(0, most);
    }
}
