package dev.greengraph.bench.http;

import dev.greengraph.testsupport.process.GatewayProcess;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How much memory the process takes while all of {@link MeasuredQuery} are asked in turns and executed each time: resident, and the parts that the
 * JVM knows of. Measures only.
 */
public final class FootprintBenchmark {

    private static final String HEAP = System.getProperty("bench.heap", "128m");
    /** More options for the JVM, with spaces between them. */
    private static final String OPTIONS = System.getProperty("bench.options", "");

    private static final int ROUNDS = Integer.getInteger("bench.rounds", 4);
    private static final Duration ROUND = Duration.ofSeconds(Integer.getInteger("bench.round", 3));

    private FootprintBenchmark() {}

    public static void main(String... arguments) throws IOException, InterruptedException {
        List<String> options = Stream.of(("-Xmx" + HEAP + " -XX:NativeMemoryTracking=summary " + OPTIONS).split(" "))
                .filter(option -> !option.isEmpty())
                .toList();
        try (MeasuredUpstreams upstreams = new MeasuredUpstreams()) {
            Map<String, String> executing = new HashMap<>(upstreams.settings());
            executing.put("greengraph.answers.max-memory", "0");
            try (GatewayProcess gateway = Pinned.gateway(options, executing)) {
                System.out.println(options + "; " + Pinned.told());
                System.out.println("at rest: " + Resident.told(gateway));
                List<Side> sides = sides(gateway);
                for (int round = 1; round <= ROUNDS; round++) {
                    sides.forEach(side -> side.measure(gateway, ROUND));
                    System.out.println("after round " + round + ": " + Resident.told(gateway));
                }
                printParts(gateway);
            }
        }
    }

    private static List<Side> sides(GatewayProcess gateway) throws IOException, InterruptedException {
        List<Side> sides = new ArrayList<>();
        for (MeasuredQuery query : MeasuredQuery.values()) {
            Question question = Question.query(gateway.uri("/graphql"), query.document());
            String answer = query.checked(new Caller().answer(question));
            sides.add(new Side(query.title(), question, Buffer.buffer(answer)));
        }
        return sides;
    }

    private static void printParts(GatewayProcess gateway) throws IOException, InterruptedException {
        String jcmd = Path.of(Pinned.java()).resolveSibling("jcmd").toString();
        String pid = Long.toString(gateway.handle().pid());
        new ProcessBuilder(jcmd, pid, "VM.native_memory", "summary")
                .inheritIO()
                .start()
                .waitFor();
    }
}
