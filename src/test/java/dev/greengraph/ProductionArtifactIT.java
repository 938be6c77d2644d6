package dev.greengraph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
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

    /** A default in the artifact would win over the question whether somebody else has configured an account. */
    @Test
    void noBuildBakesTheSimulatorsAccountsIn() throws IOException {
        Path generated = applicationDirectory().resolve("quarkus").resolve("generated-bytecode.jar");
        try (JarFile file = new JarFile(generated.toFile())) {
            for (ZipEntry entry : Collections.list(file.entries())) {
                String content = new String(file.getInputStream(entry).readAllBytes(), StandardCharsets.ISO_8859_1);
                assertFalse(content.contains("greengraph.accounts.shop"), entry::getName);
            }
        }
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
        try (Stream<Path> app = Files.list(applicationDirectory().resolve("app"));
                Stream<Path> generated = Files.list(applicationDirectory().resolve("quarkus"))) {
            return Stream.concat(app, generated)
                    .filter(file -> file.toString().endsWith(".jar"))
                    .toList();
        }
    }

    private static Path applicationDirectory() {
        return Path.of(System.getProperty("build.directory", "target"), "quarkus-app");
    }
}
