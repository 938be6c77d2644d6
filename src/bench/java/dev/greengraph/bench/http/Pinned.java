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

    /** Starts the packaged gateway and waits until it is ready. */
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
        launcher.add(java());
        launcher.addAll(options);
        GatewayProcess gateway = GatewayProcess.start(launcher, settings);
        Caller caller = new Caller();
        while (!caller.isUp(gateway.managementUri("/q/health/ready"))) {
            Thread.onSpinWait();
        }
        return gateway;
    }

    /** The JVM of this process, unless {@code bench.java} names another. */
    private static String java() {
        return System.getProperty("bench.java", GatewayProcess.java());
    }

    /** What runs the gateway, and on how much of the machine. */
    static String told() {
        return java() + "; "
                + (POSSIBLE
                        ? "the gateway has one processor for itself, the load generator the others"
                        : "gateway and load generator share all processors");
    }
}
