package dev.greengraph.bench.http;

import dev.greengraph.testsupport.process.GatewayProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** The gateway on the first processor and this process on the others, where the system can do that. */
final class Pinned {

    /** Asked before this process is bound to some of them. */
    private static final int LAST = Runtime.getRuntime().availableProcessors() - 1;

    private static final boolean POSSIBLE = Files.isExecutable(Path.of("/usr/bin/taskset")) && LAST > 0;

    private static final long LOOK_EVERY_NANOS = 2_000_000;

    private Pinned() {}

    /** Starts the packaged gateway and waits until it is ready. */
    static GatewayProcess gateway(List<String> options, Map<String, String> settings)
            throws IOException, InterruptedException {
        List<String> launcher = new ArrayList<>();
        if (POSSIBLE) {
            long self = ProcessHandle.current().pid();
            new ProcessBuilder("taskset", "-acp", "1-" + LAST, Long.toString(self))
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
            launcher.addAll(List.of("taskset", "-c", "0"));
        }
        launcher.add(java());
        launcher.addAll(options);
        GatewayProcess gateway = GatewayProcess.start(launcher, settings);
        awaitReady(gateway);
        return gateway;
    }

    /** What starts a process on all processors, whatever this one is bound to. */
    static List<String> onAll() {
        return POSSIBLE ? List.of("taskset", "-c", "0-" + LAST) : List.of();
    }

    /** Waits until it is ready; looks now and then only, since it may need this processor. */
    static void awaitReady(GatewayProcess gateway) throws IOException, InterruptedException {
        Caller caller = new Caller();
        while (!caller.isUp(gateway.managementUri("/q/health/ready"))) {
            LockSupport.parkNanos(LOOK_EVERY_NANOS);
        }
    }

    /** The JVM of this process, unless {@code bench.java} names another. */
    static String java() {
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
