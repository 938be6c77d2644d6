package dev.greengraph.testsupport.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A start of {@code quarkus-run.jar} that is expected to end by itself.
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
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        settings.forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.add("-Dquarkus.http.port=0");
        command.add("-Dquarkus.management.port=0");
        command.add("-jar");
        command.add(Path.of(System.getProperty("build.directory", "target"), "quarkus-app", "quarkus-run.jar")
                .toString());
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
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
