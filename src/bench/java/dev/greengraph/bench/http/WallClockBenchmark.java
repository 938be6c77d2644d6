package dev.greengraph.bench.http;

import dev.greengraph.testsupport.process.GatewayProcess;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a cached query costs, as a ratio to a plain REST resource of the same process that returns the same JSON. Fails only
 * if an answer is wrong: what is fast enough is not decided here.
 */
public final class WallClockBenchmark {

    private static final int CONNECTIONS = Integer.getInteger("bench.connections", 16);
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 5);
    private static final Duration WARM_UP = Duration.ofSeconds(Integer.getInteger("bench.warm-up", 20));
    private static final Duration ROUND = Duration.ofSeconds(Integer.getInteger("bench.round", 5));

    private WallClockBenchmark() {}

    /** One side of the comparison and what was measured of it. */
    private record Side(Question question, List<Double> perSecond, List<Double> cpuMicros) {}

    public static void main(String... arguments) throws IOException, InterruptedException {
        try (CachedQuery query = new CachedQuery();
                GatewayProcess gateway = Pinned.gateway(List.of(), query.settings())) {
            String expected = query.answer(gateway.uri("/graphql"));
            query.put(gateway.uri("/plain"), expected);
            Map<String, Side> sides = new LinkedHashMap<>();
            sides.put("GraphQL, cached", side(Question.query(gateway.uri("/graphql"), CachedQuery.QUERY)));
            sides.put("REST, records", side(Question.get(gateway.uri("/plain/records"))));
            sides.put("REST, text", side(Question.get(gateway.uri("/plain/text"))));
            Buffer right = Buffer.buffer(expected);
            try (Load load = new Load(right::equals)) {
                sides.values().forEach(side -> measure(gateway, load, side, WARM_UP));
                Stream.generate(sides::values)
                        .limit(ROUNDS)
                        .forEach(round -> round.forEach(side -> record(side, measure(gateway, load, side, ROUND))));
            }
            report(sides, right.length());
        }
    }

    private static Side side(Question question) {
        return new Side(question, new ArrayList<>(), new ArrayList<>());
    }

    private static void record(Side side, double[] measured) {
        side.perSecond().add(measured[0]);
        side.cpuMicros().add(measured[1]);
    }

    /** Requests per second and CPU of the gateway's process per request. */
    private static double[] measure(GatewayProcess gateway, Load load, Side side, Duration time) {
        Duration before = cpu(gateway);
        Outcome outcome = load.closed(CONNECTIONS, time, number -> side.question());
        Duration used = cpu(gateway).minus(before);
        if (outcome.wrong.get() + outcome.otherStatus.get() + outcome.failed.get() > 0) {
            throw new IllegalStateException(side.question().address() + ": " + outcome);
        }
        return new double[] {outcome.answered() * 1e9 / time.toNanos(), used.toNanos() / 1e3 / outcome.answered()};
    }

    private static Duration cpu(GatewayProcess gateway) {
        return gateway.handle().info().totalCpuDuration().orElseThrow();
    }

    private static void report(Map<String, Side> sides, int bytes) {
        System.out.printf(
                "%d bytes, %d connections, medians of %d rounds of %s; %s%n%n",
                bytes, CONNECTIONS, ROUNDS, ROUND, Pinned.told());
        System.out.println("| | requests/s | CPU µs per request | CPU, times that of the text |");
        System.out.println("| --- | ---: | ---: | ---: |");
        double text = median(sides.get("REST, text").cpuMicros());
        sides.forEach((name, side) -> System.out.printf(
                Locale.ROOT,
                "| %s | %.0f | %.0f | %.1f |%n",
                name,
                median(side.perSecond()),
                median(side.cpuMicros()),
                median(side.cpuMicros()) / text));
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
