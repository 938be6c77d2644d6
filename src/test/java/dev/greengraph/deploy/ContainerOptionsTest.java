package dev.greengraph.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Each image has the memory options of its own runtime. The native binary stops at an option that only the JVM knows, and
 * never reads the JVM's variables, so that a heap limit put there would be none.
 */
class ContainerOptionsTest {

    private static final Path DEPLOY = Path.of("deploy");
    private static final Pattern OF_THE_JVM = Pattern.compile("MaxRAMPercentage|JDK_JAVA_OPTIONS|JAVA_TOOL_OPTIONS");
    private static final Pattern OF_THE_BINARY = Pattern.compile("MaximumHeapSizePercent");
    private static final String EXIT = "-XX:+ExitOnOutOfMemoryError";

    @Test
    void theJvmGetsItsOwnOptions() throws IOException {
        String instructions = instructions("Containerfile.jvm");

        assertEquals("-XX:MaxRAMPercentage=60 " + EXIT, first("JDK_JAVA_OPTIONS=\"([^\"]*)\"", instructions));
        assertEquals(List.of(), foundIn(instructions, OF_THE_BINARY));
    }

    /** A cache whose jars have other times than those that it was made of is not used: both come from the same stage. */
    @Test
    void theJvmStartsFromTheCacheOfItsOwnJars() throws IOException {
        String instructions = instructions("Containerfile.jvm");

        assertTrue(first("ENTRYPOINT \\[(.*)]", instructions).contains("\"-XX:AOTCache=app.aot\""));
        String image = instructions.substring(instructions.lastIndexOf("FROM "));
        assertTrue(image.contains("/app.aot ./"), image);
        assertTrue(image.lines()
                .filter(line -> line.startsWith("COPY"))
                .allMatch(line -> line.contains("--from=training")));
    }

    /** Set later, the cache would be one of other jars. */
    @Test
    void theJarsHaveTheTimeOfTheBuildBeforeTheCacheIsMade() throws IOException {
        String instructions = instructions("Containerfile.jvm");
        String before = instructions.substring(0, instructions.indexOf("TrainingRun"));

        assertEquals(
                first("<project.build.outputTimestamp>([^<]*)<", Files.readString(Path.of("pom.xml"))),
                first("-exec touch --date=(\\S+)", before));
    }

    @Test
    void theBinaryGetsItsOwnOptions() throws IOException {
        String instructions = instructions("Containerfile.native");

        assertEquals("\"-XX:MaximumHeapSizePercent=60\", \"" + EXIT + "\"", first("CMD \\[(.*)]", instructions));
        assertEquals(List.of(), foundIn(instructions, OF_THE_JVM));
    }

    /** All but the component of the native image serve both, so that they may have the options of neither. */
    @Test
    void theManifestsGiveNoOptionOfTheOtherRuntime() throws IOException {
        for (String folder : List.of("base", "single", "replicated")) {
            assertEquals(List.of(), foundIn(manifests(folder), OF_THE_JVM));
            assertEquals(List.of(), foundIn(manifests(folder), OF_THE_BINARY));
        }
        assertEquals(List.of(), foundIn(manifests("components/native"), OF_THE_JVM));
    }

    @Test
    void findsAnOptionOfTheOtherRuntime() {
        String planted =
                "args:\n  - -XX:MaxRAMPercentage=60 # JDK_JAVA_OPTIONS would do\nenv:\n  - name: JAVA_TOOL_OPTIONS\n";

        assertEquals(List.of("MaxRAMPercentage", "JAVA_TOOL_OPTIONS"), foundIn(withoutComments(planted), OF_THE_JVM));
    }

    @Test
    void theNativeComponentTakesTheNativeImage() throws IOException {
        assertTrue(manifests("components/native").contains("newTag: native"));
    }

    private static String instructions(String file) throws IOException {
        return withoutComments(Files.readString(DEPLOY.resolve(file)));
    }

    private static String manifests(String folder) throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.list(DEPLOY.resolve(folder))) {
            for (Path file : files.filter(ContainerOptionsTest::isManifest).toList()) {
                all.append(Files.readString(file));
            }
        }
        return withoutComments(all.toString());
    }

    private static boolean isManifest(Path file) {
        return file.toString().endsWith(".yaml") || file.toString().endsWith(".env");
    }

    /** A comment may name what is not allowed. */
    private static String withoutComments(String text) {
        return text.replaceAll("(?m)(^|\\s)#.*$", "");
    }

    private static List<String> foundIn(String text, Pattern options) {
        return options.matcher(text).results().map(found -> found.group()).toList();
    }

    private static String first(String pattern, String text) {
        Matcher found = Pattern.compile(pattern).matcher(text);
        assertTrue(found.find(), () -> pattern + " is not in\n" + text);
        return found.group(1);
    }
}
