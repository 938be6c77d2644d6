package dev.greengraph.graphql.contract;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The schema is made from the code; what callers see of it is committed, so that no change goes unnoticed. */
@QuarkusTest
class SchemaTest {

    private static final Path COMMITTED = Path.of("docs", "schema.graphql");
    private static final String UPDATE = "./mvnw test -Dtest=SchemaTest -Dschema.update=true";

    @Test
    void servesTheCommittedSchema() throws IOException {
        String served = given().get("/graphql/schema.graphql")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString()
                        .strip() + "\n";
        if (Boolean.getBoolean("schema.update")) {
            Files.writeString(COMMITTED, served);
        }
        String committed = Files.exists(COMMITTED) ? Files.readString(COMMITTED) : "";

        List<String> difference =
                difference(committed.lines().toList(), served.lines().toList());
        if (!difference.isEmpty()) {
            fail("The schema is not the one of " + COMMITTED + ". If that is meant, write it anew with\n  " + UPDATE
                    + "\nand commit it. The difference, - committed, + served:\n" + String.join("\n", difference));
        }
    }

    @Test
    void showsTheLinesThatDiffer() {
        assertEquals(List.of(), difference(List.of("a", "b"), List.of("a", "b")));
        assertEquals(
                List.of("line 2:", "- b", "+ x", "+ y"),
                difference(List.of("a", "b", "c"), List.of("a", "x", "y", "c")));
        assertEquals(List.of("line 3:", "- c"), difference(List.of("a", "b", "c"), List.of("a", "b")));
    }

    /** What lies between the first and the last line that differ. */
    private static List<String> difference(List<String> before, List<String> after) {
        int most = Math.min(before.size(), after.size());
        int start = 0;
        while (start < most && before.get(start).equals(after.get(start))) {
            start++;
        }
        int end = 0;
        while (end < most - start && fromEnd(before, end).equals(fromEnd(after, end))) {
            end++;
        }
        List<String> gone = before.subList(start, before.size() - end);
        List<String> come = after.subList(start, after.size() - end);
        if (gone.isEmpty() && come.isEmpty()) {
            return List.of();
        }
        return Stream.of(
                        Stream.of("line " + (start + 1) + ":"),
                        gone.stream().map(line -> "- " + line),
                        come.stream().map(line -> "+ " + line))
                .flatMap(lines -> lines)
                .toList();
    }

    private static String fromEnd(List<String> lines, int index) {
        return lines.get(lines.size() - 1 - index);
    }
}
