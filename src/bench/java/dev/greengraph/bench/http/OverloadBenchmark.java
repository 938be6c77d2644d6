package dev.greengraph.bench.http;

import dev.greengraph.testsupport.process.GatewayProcess;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * What remains past saturation: first the peak, with more and more connections that ask as fast as they can; then the same
 * query at one, two and three times the rate of the peak, whatever comes back, each some times in turns with the peak. Fails
 * if, in the median, less than 80 % of the peak remains.
 */
public final class OverloadBenchmark {

    private static final Duration ROUND = Duration.ofSeconds(Integer.getInteger("bench.round", 5));
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 5);
    private static final double LEAST = 0.8;
    private static final double NEARLY = 0.95;
    /** Callers at a time: nearly as many as the gateway takes connections, and more than it can answer within their patience. */
    private static final int CALLERS = Integer.getInteger("bench.callers", 1_000);

    private OverloadBenchmark() {}

    public static void main(String... arguments) throws IOException, InterruptedException {
        try (MeasuredUpstreams upstreams = new MeasuredUpstreams();
                GatewayProcess gateway = Pinned.gateway(List.of(), upstreams.settings())) {
            Question question = Question.query(gateway.uri("/graphql"), MeasuredQuery.HUNDRED.document());
            String expected = new Caller().answer(question);
            int length = expected.getBytes(StandardCharsets.UTF_8).length;
            try (Load load = new Load(body -> body.length() == length)) {
                load.closed(16, ROUND.multipliedBy(4), number -> question);
                int knee = knee(load, question);
                double least = 1;
                for (int times = 1; times <= 3; times++) {
                    least = Math.min(least, median(gateway, load, question, knee, times));
                }
                System.out.printf("%s; at least %.0f %% of the peak remain%n", Pinned.told(), 100 * least);
                if (least < LEAST) {
                    throw new IllegalStateException("less than 80 % of the peak remain");
                }
            }
        }
    }

    /** The fewest connections that bring nearly the most answers. */
    private static int knee(Load load, Question question) {
        Map<Integer, Double> answers = new TreeMap<>();
        for (int connections = 1; connections <= 64; connections *= 2) {
            Outcome outcome = load.closed(connections, ROUND, number -> question);
            System.out.printf("%d connections: %s%n", connections, outcome);
            answers.put(connections, outcome.goodPerSecond());
        }
        double most = Collections.max(answers.values());
        return answers.entrySet().stream()
                .filter(entry -> entry.getValue() >= NEARLY * most)
                .findFirst()
                .orElseThrow()
                .getKey();
    }

    private static double median(GatewayProcess gateway, Load load, Question question, int knee, int times) {
        double[] shares = IntStream.range(0, ROUNDS)
                .mapToDouble(round -> remaining(gateway, load, question, knee, times))
                .sorted()
                .toArray();
        double median = shares[ROUNDS / 2];
        System.out.printf("%d times: %.0f %% of the peak remain%n", times, 100 * median);
        return median;
    }

    /** The share of the peak that is left at so many times its rate; the peak is measured anew each time. */
    private static double remaining(GatewayProcess gateway, Load load, Question question, int knee, int times) {
        Duration start = cpu(gateway);
        Outcome peak = load.closed(knee, ROUND, number -> question);
        Duration between = cpu(gateway);
        Outcome past = load.open((int) (times * peak.goodPerSecond()), CALLERS, ROUND, question);
        Duration end = cpu(gateway);
        if (past.wrong.get() + past.otherStatus.get() > 0) {
            throw new IllegalStateException("wrong answers: " + past);
        }
        System.out.printf("peak: %s, %.0f a second of CPU%n", peak, perCpu(peak, between.minus(start)));
        System.out.printf("%d times: %s, %.0f a second of CPU%n", times, past, perCpu(past, end.minus(between)));
        return past.goodPerSecond() / peak.goodPerSecond();
    }

    private static Duration cpu(GatewayProcess gateway) {
        return gateway.handle().info().totalCpuDuration().orElseThrow();
    }

    private static double perCpu(Outcome outcome, Duration used) {
        return outcome.good.get() * 1e9 / used.toNanos();
    }
}
