package dev.greengraph.graphql.message.content;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table has one kind for each implementation of {@code Message}, which carries its name. */
class MessageTypeTest {

    @Test
    void eachKindHasItsImplementation() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/java/dev/greengraph/graphql/message/kind"))) {
            Set<String> implementations = files.filter(MessageTypeTest::isRecord)
                    .map(file -> file.getFileName().toString().replace(".java", ""))
                    .collect(Collectors.toSet());

            assertEquals(
                    implementations,
                    Arrays.stream(MessageType.values())
                            .map(MessageTypeTest::name)
                            .collect(Collectors.toSet()));
        }
    }

    private static boolean isRecord(Path file) {
        try {
            return Files.readString(file).contains("public record ");
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static String name(MessageType type) {
        return Arrays.stream(type.name().split("_"))
                        .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining())
                + "Message";
    }
}
