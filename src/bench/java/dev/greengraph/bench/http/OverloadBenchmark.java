package dev.greengraph.bench.http;

import dev.greengraph.testsupport.process.GatewayProcess;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/**
 * What remains past saturation: first the peak, with more and more connections that ask as fast as they can; then the same
 * query at one, two and three times the rate of the peak, whatever comes back. Fails if less than 80 % of the peak remains.
 */
public final class OverloadBenchmark {

    private static final Duration ROUND = Duration.ofSeconds(Integer.getInteger("bench.round", 10));
    private static final double LEAST = 0.8;
    /** Callers at a time; more than the gateway takes operations in flight. */
    private static final int CALLERS = Integer.getInteger("bench.callers", 500);

    private OverloadBenchmark() {}

    public static void main(String... arguments) throws IOException, InterruptedException {
        try (CachedQuery query = new CachedQuery();
                GatewayProcess gateway = Pinned.gateway(List.of(), query.settings())) {
            String expected = query.answer(gateway.uri("/graphql"));
            Question question = Question.query(gateway.uri("/graphql"), CachedQuery.QUERY);
            int length = expected.getBytes(StandardCharsets.UTF_8).length;
            try (Load load = new Load(body -> body.length() == length)) {
                load.closed(16, ROUND.multipliedBy(2), number -> question);
                double peak = peak(load, question);
                double least = 1;
                for (int times = 1; times <= 3; times++) {
                    Outcome outcome = load.open((int) (times * peak), CALLERS, ROUND, question);
                    System.out.printf("%d times the peak: %s%n", times, outcome);
                    least = Math.min(least, outcome.goodPerSecond() / peak);
                    if (outcome.wrong.get() + outcome.otherStatus.get() > 0) {
                        throw new IllegalStateException("wrong answers");
                    }
                }
                System.out.printf("%s; at least %.0f %% of the peak remain%n", Pinned.told(), 100 * least);
                if (least < LEAST) {
                    throw new IllegalStateException("less than 80 % of the peak remain");
                }
            }
        }
    }

    private static double peak(Load load, Question question) {
        double peak = 0;
        for (int connections = 1; connections <= 64; connections *= 2) {
            Outcome outcome = load.closed(connections, ROUND, number -> question);
            System.out.printf("%d connections: %s%n", connections, outcome);
            peak = Math.max(peak, outcome.goodPerSecond());
        }
        return peak;
    }
}
