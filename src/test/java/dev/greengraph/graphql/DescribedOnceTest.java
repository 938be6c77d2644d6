package dev.greengraph.graphql;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A type, field or argument is documented once: where {@code @Description} stands, no Javadoc repeats it. */
class DescribedOnceTest {

    private static final String ANNOTATIONS = "(?:\\h*@(?!Description)\\w+.*\\R)*";

    /** Javadoc of a member that has a description. */
    private static final Pattern MEMBER =
            Pattern.compile("(?m)^\\h+(?:/\\*\\*.*|)\\*/\\R" + ANNOTATIONS + "\\h+@Description");

    /** One line of Javadoc that says what the description of its type says. */
    private static final Pattern TYPE = Pattern.compile(
            "(?m)^/\\*\\*\\s*(?:\\* )?([^*]+?)\\s*\\*/\\R" + ANNOTATIONS + "@Description\\(\\s*\"\\1\"");

    @Test
    void noJavadocRepeatsADescription() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java/dev/greengraph/graphql"))) {
            assertEquals(
                    List.of(),
                    files.filter(file -> file.toString().endsWith(".java"))
                            .flatMap(DescribedOnceTest::repetitions)
                            .toList());
        }
    }

    @Test
    void noticesARepetition() {
        assertEquals(
                1,
                repetitions("    /** The text. */\n    @Query\n    @Description(\"Its text.\")\n")
                        .size());
        assertEquals(
                1, repetitions("/** A place. */\n@Description(\"A place.\")\n").size());
        assertEquals(
                0,
                repetitions("/** Made by a mapping. */\n@Description(\"A place.\")\n")
                        .size());
        assertEquals(
                0,
                repetitions("    /** Keeps a copy. */\n    String text() {\n").size());
    }

    private static Stream<String> repetitions(Path file) {
        try {
            return repetitions(Files.readString(file)).stream().map(it -> file.getFileName() + ": " + it);
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static List<String> repetitions(String source) {
        return Stream.of(MEMBER, TYPE)
                .map(pattern -> pattern.matcher(source))
                .flatMap(Matcher::results)
                .map(found -> found.group().strip())
                .toList();
    }
}
