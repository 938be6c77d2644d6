package dev.greengraph;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;

/** What the packaged application contains of the simulator: nothing, unless it is the demo build. */
class ProductionArtifactIT {

    private static final boolean DEMO = Boolean.getBoolean("simulator.kept");

    @Test
    void onlyTheDemoBuildContainsTheSimulator() throws IOException {
        assertEquals(DEMO, contains("dev/greengraph/simulator/"));
    }

    @Test
    void onlyTheDemoBuildIsPointedToTheSimulator() throws IOException {
        assertEquals(DEMO, contains("META-INF/services/io.smallrye.config.ConfigSourceFactory"));
    }

    /** Whether the application, or what Quarkus generated for it, has an entry that starts so. */
    private static boolean contains(String prefix) throws IOException {
        for (Path jar : jars()) {
            try (JarFile file = new JarFile(jar.toFile())) {
                if (file.stream().map(ZipEntry::getName).anyMatch(name -> name.startsWith(prefix))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static List<Path> jars() throws IOException {
        Path application = Path.of(System.getProperty("build.directory", "target"), "quarkus-app");
        try (Stream<Path> app = Files.list(application.resolve("app"));
                Stream<Path> generated = Files.list(application.resolve("quarkus"))) {
            return Stream.concat(app, generated)
                    .filter(file -> file.toString().endsWith(".jar"))
                    .toList();
        }
    }
}
