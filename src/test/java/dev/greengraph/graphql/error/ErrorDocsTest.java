package dev.greengraph.graphql.error;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code docs/errors.md} lists every code, and says of each whether to ask again. */
class ErrorDocsTest {

    @Test
    void listsEveryCodeAndWhetherItIsRetryable() throws IOException {
        Map<String, String> listed = new TreeMap<>();
        Files.readAllLines(Path.of("docs", "errors.md")).stream()
                .filter(line -> line.matches("\\| `[A-Z_]+` .*"))
                .map(line -> line.split("\\|", -1))
                .forEach(cells -> listed.put(
                        cells[1].strip().replace("`", ""), cells[2].strip().split(",", 2)[0]));

        Map<String, String> codes = Stream.of(ErrorCode.values())
                .collect(Collectors.toMap(Enum::name, code -> code.retryable() ? "yes" : "no"));

        assertEquals(new TreeMap<>(codes).toString(), listed.toString());
    }
}
