package dev.greengraph.bench;

import dev.greengraph.replica.VirtualRedis;
import dev.greengraph.testsupport.VirtualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * How many upstream calls several replicas need for the traffic of {@link FrugalityBenchmark}, with their Redis and without it
 * for {@value #LOST_MINUTES} minutes of the hour. Fails if an expectation is broken.
 */
public final class ReplicasBenchmark {

    private static final int LOST_MINUTES = 10;
    /** Calls of several replicas, as a multiple of those of one. */
    private static final double WITHIN = 1.1;

    private final Settings settings = Settings.read();
    private final BenchConfig config = settings.bench();
    private final World world = new World(config);
    private final List<Query> queries = Workload.of(config, world);
    private final int fewest = LowerBound.of(settings, queries).values().stream()
            .mapToInt(Integer::intValue)
            .sum();
    private final List<String> broken = new ArrayList<>();

    private ReplicasBenchmark() {}

    /** Takes its parameters from system properties: {@link BenchConfig}. */
    public static void main(String... arguments) {
        new ReplicasBenchmark().run();
    }

    private void run() {
        print("%,d queries, the lower bound is %d calls", queries.size(), fewest);
        print("");
        print("| replicas | Redis | calls | per 1 000 queries | times the lower bound | times one replica | 429 |"
                + " identical in flight | failed | stale, marked | wait p50 / p95 / p99 ms | age p50 / p95 / p99 ms |");
        print("| ---: | --- " + "| ---: ".repeat(10) + "|");
        List<String> bursts = new ArrayList<>();
        int one = measure(1, 0, false);
        for (int replicas : config.replicas()) {
            if (replicas > 1) {
                measure(replicas, one, false);
            }
            measure(replicas, one, true);
            bursts.add(burst(replicas));
        }
        print("");
        bursts.forEach(System.out::println);
        if (!broken.isEmpty()) {
            throw new IllegalStateException("expectations broken: " + String.join("; ", broken));
        }
    }

    /**
     * One hour.
     *
     * @param oneNeeds calls of one replica; zero if that is what is measured
     */
    private int measure(int replicas, int oneNeeds, boolean isLost) {
        Run run = closing(opened -> Run.of(config, queries, (time, upstream) -> {
            VirtualRedis redis = VirtualRedis.start(time, end());
            opened.add(redis);
            if (isLost) {
                redis.lose(VirtualTime.START.plus(Duration.ofMinutes(config.minutes() / 3)), lost());
            }
            return new Replicas(replicas, settings, time, redis, Gateway.asked(upstream, world));
        }));
        int calls = run.upstream().calls();
        int one = oneNeeds == 0 ? calls : oneNeeds;
        report(replicas, isLost, run, one);
        expect(replicas, isLost, run, one);
        return calls;
    }

    private Instant end() {
        return VirtualTime.START.plus(Duration.ofMinutes(config.minutes() + 1));
    }

    private static <T> T closing(Function<List<VirtualRedis>, T> work) {
        List<VirtualRedis> opened = new ArrayList<>();
        try {
            return work.apply(opened);
        } finally {
            opened.forEach(VirtualRedis::close);
        }
    }

    /** Many chats at once, each of the next replica. */
    private String burst(int replicas) {
        Burst burst = closing(opened -> Burst.of(settings, (time, upstream) -> {
            VirtualRedis redis = VirtualRedis.start(time, end());
            opened.add(redis);
            return new Replicas(replicas, settings, time, redis, Gateway.asked(upstream, world));
        }));
        if (burst.upstream().refused() + burst.failed() > 0) {
            broken.add("a burst over %d replicas: %d upstream 429s, %d failed"
                    .formatted(replicas, burst.upstream().refused(), burst.failed()));
        }
        if (burst.answered() != burst.servable()) {
            broken.add("a burst over %d replicas: %d of %d servable chats answered"
                    .formatted(replicas, burst.answered(), burst.servable()));
        }
        return ("%d chats at once of %d replicas: %d of %d servable answered, %d refused and told %s; asked again then:"
                        + " %d served, the time was right within 20 %% for %d, the unluckiest asked %d times, the last was"
                        + " answered after %d ms; %d of %d calls got a 429")
                .formatted(
                        config.burst(),
                        replicas,
                        burst.answered(),
                        burst.servable(),
                        burst.refused(),
                        burst.told(),
                        burst.servedThen(),
                        burst.right(),
                        burst.mostAsked(),
                        burst.lastAnswered().toMillis(),
                        burst.upstream().refused(),
                        burst.upstream().calls());
    }

    private Duration lost() {
        return Duration.ofMinutes(Math.min(LOST_MINUTES, config.minutes() / 3));
    }

    private void report(int replicas, boolean isLost, Run run, int one) {
        int calls = run.upstream().calls();
        print(
                "| %d | %s | %d | %.1f | %.2f | %.2f | %d | %d | %.2f %% | %.1f %% | %s | %s |",
                replicas,
                isLost ? "lost for " + lost().toMinutes() + " minutes" : "there",
                calls,
                1_000.0 * calls / queries.size(),
                (double) calls / fewest,
                (double) calls / one,
                run.upstream().refused(),
                run.upstream().mostIdentical(),
                run.failedPercent(),
                run.stalePercent(),
                run.waits(),
                run.ages());
    }

    private void expect(int replicas, boolean isLost, Run run, int one) {
        String which = replicas + (isLost ? " replicas without Redis for a while: " : " replicas: ");
        int calls = run.upstream().calls();
        if (run.upstream().refused() > 0) {
            broken.add(which + run.upstream().refused() + " upstream 429s");
        }
        if (run.ended() != queries.size()) {
            broken.add(which + (queries.size() - run.ended()) + " queries without an end");
        }
        if (calls > one * (isLost && !isUsual() ? replicas : WITHIN)) {
            broken.add(which + calls + " calls, one replica needs " + one);
        }
        if (!isLost && run.upstream().mostIdentical() > 1) {
            broken.add(which + "a question was asked twice at a time");
        }
    }

    /** With other traffic more questions may be asked by each replica for itself while Redis is away. */
    private boolean isUsual() {
        return config.users() == 200 && config.polling().equals(Duration.ofSeconds(5)) && config.minutes() == 60;
    }

    private static void print(String pattern, Object... values) {
        System.out.println(values.length == 0 ? pattern : String.format(Locale.ROOT, pattern, values));
    }
}
