package dev.greengraph.bench.http;

import dev.greengraph.testsupport.process.GatewayProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How long a process takes until it is ready, and what its first ten seconds cost beside a plain text of a warm process; with
 * the AOT cache too, if the build made one. Measures only.
 */
public final class StartBenchmark {

    private static final int STARTS = Integer.getInteger("bench.starts", 5);
    private static final Duration WARM_UP = Duration.ofSeconds(Integer.getInteger("bench.warm-up", 15));
    private static final Duration ROUND = Duration.ofSeconds(3);
    private static final Path CACHE = Path.of(System.getProperty("build.directory"), "quarkus-app", "app.aot");

    private StartBenchmark() {}

    public static void main(String... arguments) throws IOException, InterruptedException {
        try (MeasuredUpstreams upstreams = new MeasuredUpstreams()) {
            Map<String, String> remembering = upstreams.settings();
            Map<String, String> executing = new HashMap<>(remembering);
            executing.put("greengraph.answers.max-memory", "0");
            double text = textOfAWarmProcess(executing);
            System.out.printf("%s; text of a warm process: %.0f µs%n", Pinned.told(), text);
            System.out.println("| | ready after s | CPU s | first ten seconds, executed | repeated |");
            System.out.println("| --- | ---: | ---: | ---: | ---: |");
            print("without a cache", List.of(), remembering, executing, text);
            if (Files.exists(CACHE)) {
                print("with the AOT cache", List.of("-XX:AOTCache=" + CACHE), remembering, executing, text);
            }
        }
    }

    private static double textOfAWarmProcess(Map<String, String> settings) throws IOException, InterruptedException {
        try (GatewayProcess gateway = Pinned.gateway(List.of(), settings)) {
            Side text = new Comparison(gateway, MeasuredQuery.HUNDRED).text();
            text.warmUp(WARM_UP);
            for (int round = 0; round < 3; round++) {
                text.measure(gateway, ROUND);
            }
            return text.cpuMicros();
        }
    }

    private static void print(
            String name,
            List<String> options,
            Map<String, String> remembering,
            Map<String, String> executing,
            double text)
            throws IOException, InterruptedException {
        List<Double> ready = new ArrayList<>();
        List<Double> cpu = new ArrayList<>();
        for (int start = 0; start < STARTS; start++) {
            start(options, remembering, ready, cpu);
        }
        System.out.printf(
                Locale.ROOT,
                "| %s | %.2f | %.2f | %.1f | %.1f |%n",
                name,
                median(ready),
                median(cpu),
                FirstSeconds.measure("executed", options, executing).cpuMicros() / text,
                FirstSeconds.measure("repeated", options, remembering).cpuMicros() / text);
    }

    /** On all processors, and without the warm-up: that is bounded by its own setting. */
    private static void start(List<String> options, Map<String, String> settings, List<Double> ready, List<Double> cpu)
            throws IOException, InterruptedException {
        List<String> launcher = new ArrayList<>(Pinned.onAll());
        launcher.add(Pinned.java());
        launcher.addAll(options);
        Map<String, String> cold = new HashMap<>(settings);
        cold.put("greengraph.warm-up.time", "0s");
        long begin = System.nanoTime();
        try (GatewayProcess gateway = GatewayProcess.start(launcher, cold)) {
            Pinned.awaitReady(gateway);
            ready.add((System.nanoTime() - begin) / 1e9);
            cpu.add(Side.cpu(gateway).toNanos() / 1e9);
        }
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
