package dev.greengraph.bench.http;

import dev.greengraph.testsupport.process.GatewayProcess;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;

/** What a JVM holds after a full collection, as its own {@code jcmd} tells. */
final class LiveHeap {

    private LiveHeap() {}

    /** In bytes. */
    static long bytes(GatewayProcess gateway) throws IOException {
        Path jcmd = Path.of(Pinned.java()).resolveSibling("jcmd");
        Process process = new ProcessBuilder(
                        jcmd.toString(), Long.toString(gateway.handle().pid()), "GC.class_histogram")
                .redirectErrorStream(true)
                .start();
        String histogram = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return Arrays.stream(histogram.split("\n"))
                .filter(line -> line.startsWith("Total"))
                .mapToLong(line -> Long.parseLong(line.trim().split("\\s+")[2]))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(histogram));
    }
}
