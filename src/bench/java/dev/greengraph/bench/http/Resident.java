package dev.greengraph.bench.http;

import dev.greengraph.testsupport.process.GatewayProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The resident memory of a process, where the system tells it: its heap's limit is kept by the JVM, this is the rest, too. */
final class Resident {

    private Resident() {}

    /** In kilobytes. */
    static int kilobytes(GatewayProcess gateway) throws IOException {
        Path status = Path.of("/proc", Long.toString(gateway.handle().pid()), "status");
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToInt(line -> Integer.parseInt(line.replaceAll("\\D", "")))
                .findFirst()
                .orElseThrow();
    }

    /** For people: in megabytes. */
    static String told(GatewayProcess gateway) throws IOException {
        return kilobytes(gateway) / 1024 + " MB resident";
    }
}
