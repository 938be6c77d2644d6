package dev.greengraph.testsupport.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A start of the packaged gateway that is expected to end by itself; natively if {@code native.image.path} names a binary.
 *
 * @param exitCode as the operating system saw it
 * @param output standard output and error, in the order of their lines
 */
public record Launch(int exitCode, String output) {

    /**
     * Starts and waits; fails if the process still runs when the time is over.
     *
     * @param settings in the spelling of application.properties
     * @param environment added to that of this process
     */
    public static Launch of(Map<String, String> settings, Map<String, String> environment, Duration longest)
            throws IOException, InterruptedException {
        Path output = Files.createTempFile("launch", ".log");
        Map<String, String> all = new HashMap<>(settings);
        all.put("quarkus.http.port", "0");
        all.put("quarkus.management.port", "0");
        ProcessBuilder builder = new ProcessBuilder(PackagedGateway.built().command(all))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        try {
            if (!process.waitFor(longest.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new AssertionError("still running after " + longest + ":\n" + Files.readString(output));
            }
            return new Launch(process.exitValue(), Files.readString(output));
        } finally {
            process.destroyForcibly().waitFor();
            Files.delete(output);
        }
    }
}
