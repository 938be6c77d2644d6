package dev.greengraph.testsupport.process;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackagedGatewayTest {

    private static final Map<String, String> SETTINGS = Map.of("greengraph.auth.mode", "open");

    @AfterEach
    void forgetTheBinary() {
        System.clearProperty("native.image.path");
    }

    @Test
    void startsTheJarOnTheJvmUnlessABinaryIsNamed() {
        String jar = Path.of(System.getProperty("build.directory", "target"), "quarkus-app", "quarkus-run.jar")
                .toString();

        assertEquals(
                List.of(
                        PackagedGateway.java(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Dgreengraph.auth.mode=open",
                        "-jar",
                        jar),
                PackagedGateway.built().command(SETTINGS));
    }

    @Test
    void startsTheBinaryThatIsNamed() {
        System.setProperty("native.image.path", "/build/greengraph-runner");

        assertEquals(
                List.of("/build/greengraph-runner", "-Dgreengraph.auth.mode=open"),
                PackagedGateway.built().command(SETTINGS));
    }

    /** Options for the JVM, as a benchmark has them, say that it is meant. */
    @Test
    void startsTheJarWhereTheJvmIsNamed() {
        System.setProperty("native.image.path", "/build/greengraph-runner");

        List<String> command =
                PackagedGateway.onJvm(List.of("taskset", "java", "-Xmx256m")).command(SETTINGS);

        assertEquals(
                List.of("taskset", "java", "-Xmx256m", "-Dgreengraph.auth.mode=open", "-jar"), command.subList(0, 5));
    }

    /** A script in place of the binary, which shows what it was called with. */
    @Test
    void theFixtureStartsTheBinary(@TempDir Path folder) throws IOException, InterruptedException {
        Path binary = Files.writeString(folder.resolve("runner"), "#!/bin/sh\nprintf '%s\\n' \"$@\"\nexit 3\n");
        Files.setPosixFilePermissions(binary, PosixFilePermissions.fromString("rwx------"));
        System.setProperty("native.image.path", binary.toString());

        Launch launch = Launch.of(SETTINGS, Map.of(), Duration.ofSeconds(30));

        assertEquals(3, launch.exitCode());
        assertEquals(true, launch.output().contains("-Dgreengraph.auth.mode=open\n"), launch::output);
    }
}
