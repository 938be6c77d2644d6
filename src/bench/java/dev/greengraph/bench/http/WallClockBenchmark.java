package dev.greengraph.bench.http;

import dev.greengraph.testsupport.process.GatewayProcess;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What queries of what is in memory cost, as ratios to plain REST resources of the same process that return the same JSON:
 * repeated, executed each time, and in the first seconds of a process. Fails only if an answer is wrong: what is fast enough
 * is not decided here.
 */
public final class WallClockBenchmark {

    private static final int ROUNDS = Integer.getInteger("bench.rounds", 5);
    private static final Duration WARM_UP = Duration.ofSeconds(Integer.getInteger("bench.warm-up", 10));
    private static final Duration ROUND = Duration.ofSeconds(Integer.getInteger("bench.round", 3));
    /** Zero remembers no answer. */
    private static final String MEMORY = "greengraph.answers.max-memory";

    private WallClockBenchmark() {}

    public static void main(String... arguments) throws IOException, InterruptedException {
        try (MeasuredUpstreams upstreams = new MeasuredUpstreams()) {
            Map<String, String> remembering = with(upstreams.settings(), "greengraph.http.get-enabled", "true");
            Map<String, String> executing = with(remembering, MEMORY, "0");
            List<Comparison> comparisons = new ArrayList<>();
            try (GatewayProcess gateway = Pinned.gateway(List.of(), executing)) {
                comparisons.addAll(executed(gateway));
                measure(gateway, comparisons);
            }
            Comparison hundred = comparisons.get(0);
            Comparison fiveHundred = comparisons.get(1);
            try (GatewayProcess gateway = Pinned.gateway(List.of(), remembering)) {
                Comparison repeated = repeated(gateway);
                measure(gateway, List.of(repeated));
                comparisons.add(repeated);
                repeated.with(FirstSeconds.measure("first ten seconds, executed", executing), "≤ 8")
                        .with(FirstSeconds.measure("first ten seconds, repeated", remembering), "≤ 1.5");
            }
            System.out.printf(
                    "%s, medians of %d rounds of %s; %s%n%n", Side.connections(), ROUNDS, ROUND, Pinned.told());
            WallClockTable.print(comparisons);
            System.out.printf(
                    "%n500 messages cost %.1f times as much as 100; goal: ≤ 5.2%n",
                    executedCpu(fiveHundred) / executedCpu(hundred));
        }
    }

    private static List<Comparison> executed(GatewayProcess gateway) throws IOException, InterruptedException {
        return List.of(
                new Comparison(gateway, MeasuredQuery.HUNDRED).with("executed", "≤ 3"),
                new Comparison(gateway, MeasuredQuery.FIVE_HUNDRED).with("executed", ""),
                new Comparison(gateway, MeasuredQuery.INBOX).with("executed", "≤ 5"),
                new Comparison(gateway, MeasuredQuery.EVERY_FIELD).with("executed", "≤ 4"));
    }

    private static Comparison repeated(GatewayProcess gateway) throws IOException, InterruptedException {
        MeasuredQuery query = MeasuredQuery.HUNDRED;
        PersistedGet get = PersistedGet.of(gateway.uri("/graphql"), query.document());
        Comparison comparison = new Comparison(gateway, query)
                .with("repeated", "≤ 0.6")
                .with("GET of a persisted document", get.whole(), "");
        get.unmodified().ifPresent(question -> comparison.with("GET, not modified", question, ""));
        return comparison;
    }

    private static void measure(GatewayProcess gateway, List<Comparison> comparisons) {
        comparisons.stream().flatMap(Comparison::sides).forEach(side -> side.warmUp(WARM_UP));
        for (int round = 0; round < ROUNDS; round++) {
            comparisons.stream().flatMap(Comparison::sides).forEach(side -> side.measure(gateway, ROUND));
        }
    }

    private static double executedCpu(Comparison comparison) {
        return comparison.goals().get(0).side().cpuMicros();
    }

    private static Map<String, String> with(Map<String, String> settings, String name, String value) {
        Map<String, String> more = new HashMap<>(settings);
        more.put(name, value);
        return more;
    }
}
