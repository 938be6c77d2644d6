package dev.greengraph.bench.http;

import dev.greengraph.testsupport.process.GatewayProcess;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The first ten seconds of a process that says it is ready, its first answer from the upstream included. */
final class FirstSeconds {

    private static final Duration TIME = Duration.ofSeconds(10);
    private static final int STARTS = Integer.getInteger("bench.starts", 3);

    private FirstSeconds() {}

    /** Starts the gateway some times. */
    static Side measure(String name, Map<String, String> settings) throws IOException, InterruptedException {
        return measure(name, List.of(), settings);
    }

    /** The same with options for the JVM. */
    static Side measure(String name, List<String> options, Map<String, String> settings)
            throws IOException, InterruptedException {
        Side all = null;
        for (int start = 0; start < STARTS; start++) {
            try (GatewayProcess gateway = Pinned.gateway(options, settings)) {
                Duration before = Side.cpu(gateway);
                Question question = Question.query(gateway.uri("/graphql"), MeasuredQuery.HUNDRED.document());
                String answer = new Caller().answer(question);
                Side side = new Side(name, question, Buffer.buffer(answer));
                int answered = 1 + side.ask(TIME);
                all = all == null ? side : all;
                all.add(answered, Side.cpu(gateway).minus(before), TIME);
            }
        }
        return all;
    }
}
