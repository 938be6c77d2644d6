package dev.greengraph.bench.http;

import dev.greengraph.testsupport.process.GatewayProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The gateway on the first processor and this process on the others, where the system can do that. */
final class Pinned {

    private static final boolean POSSIBLE = Files.isExecutable(Path.of("/usr/bin/taskset"))
            && Runtime.getRuntime().availableProcessors() > 1;

    private Pinned() {}

    /** Starts the packaged gateway. */
    static GatewayProcess gateway(List<String> options, Map<String, String> settings)
            throws IOException, InterruptedException {
        List<String> launcher = new ArrayList<>();
        if (POSSIBLE) {
            int last = Runtime.getRuntime().availableProcessors() - 1;
            long self = ProcessHandle.current().pid();
            new ProcessBuilder("taskset", "-acp", "1-" + last, Long.toString(self))
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
            launcher.addAll(List.of("taskset", "-c", "0"));
        }
        launcher.add(GatewayProcess.java());
        launcher.addAll(options);
        return GatewayProcess.start(launcher, settings);
    }

    static String told() {
        return POSSIBLE
                ? "the gateway has one processor for itself, the load generator the others"
                : "gateway and load generator share all processors";
    }
}
