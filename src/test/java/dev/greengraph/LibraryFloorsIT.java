package dev.greengraph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The libraries of the packaged application are not older than {@code docs/supply-chain.md} says. */
class LibraryFloorsIT {

    private static final Path PAGE = Path.of("docs", "supply-chain.md");
    private static final Pattern FLOOR = Pattern.compile("\\| `([a-z0-9.-]+)` \\| ([0-9.]+) \\|.*");
    private static final Pattern JAR = Pattern.compile("(.+?)-([0-9]+(?:\\.[0-9]+)*)(?:[.-]Final)?\\.jar");

    record Floor(String library, String version) {}

    @Test
    void noLibraryIsBelowItsFloor() throws IOException {
        List<String> jars = jars();
        List<String> tooOld = floors().stream()
                .flatMap(floor -> jars.stream().filter(jar -> isBelow(jar, floor)))
                .toList();

        assertEquals(List.of(), tooOld);
    }

    @Test
    void theFloorsSpeakOfLibrariesThatAreThere() throws IOException {
        List<String> jars = jars();
        long met = floors().stream()
                .filter(floor -> jars.stream().anyMatch(jar -> jar.startsWith(floor.library())))
                .count();

        assertTrue(met >= 6, met + " of " + floors());
    }

    @Test
    void comparesNumberByNumber() {
        Floor netty = new Floor("io.netty.", "4.1.138");

        assertTrue(isBelow("io.netty.netty-codec-4.1.99.Final.jar", netty));
        assertTrue(isBelow("io.netty.netty-codec-4.0.200.Final.jar", netty));
        assertFalse(isBelow("io.netty.netty-codec-4.1.138.Final.jar", netty));
        assertFalse(isBelow("io.netty.netty-codec-4.2.Final.jar", netty));
        assertFalse(isBelow("io.nettyx.netty-codec-1.0.jar", netty));
        assertTrue(
                isBelow("com.graphql-java.graphql-java-9.1.jar", new Floor("com.graphql-java.graphql-java", "22.2")));
    }

    /** A name ends where the version begins, so that a whole name does not stand for a longer one. */
    private static boolean isBelow(String jar, Floor floor) {
        Matcher name = JAR.matcher(jar);
        if (!name.matches()) {
            return jar.startsWith(floor.library());
        }
        boolean meant = floor.library().matches(".*[.-]")
                ? name.group(1).startsWith(floor.library())
                : name.group(1).equals(floor.library());
        return meant && isOlder(name.group(2), floor.version());
    }

    private static boolean isOlder(String version, String floor) {
        int[] is = numbers(version);
        int[] least = numbers(floor);
        for (int i = 0; i < least.length; i++) {
            int number = i < is.length ? is[i] : 0;
            if (number != least[i]) {
                return number < least[i];
            }
        }
        return false;
    }

    private static int[] numbers(String version) {
        return Stream.of(version.split("\\.")).mapToInt(Integer::parseInt).toArray();
    }

    private static List<Floor> floors() throws IOException {
        try (Stream<String> lines = Files.lines(PAGE)) {
            return lines.map(FLOOR::matcher)
                    .filter(Matcher::matches)
                    .map(row -> new Floor(row.group(1), row.group(2)))
                    .toList();
        }
    }

    private static List<String> jars() throws IOException {
        Path libraries = Path.of(System.getProperty("build.directory", "target"), "quarkus-app", "lib", "main");
        try (Stream<Path> files = Files.list(libraries)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
