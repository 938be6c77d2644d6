package dev.greengraph.graphql.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import dev.greengraph.graphql.contract.SchemaChange.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code docs/schema.graphql}, which {@link SchemaTest} keeps true, breaks nothing that the last release promised. */
class SchemaChangeTest {

    /** The schema of each release of its own, by version. */
    private static final Path RELEASES = Path.of("docs", "schema");

    private static final String SMALL =
            "directive @d(n: Int) on FIELD | QUERY type Query { a(n: Int! = 1): [T!]! o: O @semanticNonNull "
                    + "c: Int @cost(calls: 1) s: Int! } interface I { id: ID! } type T implements I { id: ID! t: String } "
                    + "type O { o: Int } enum E { X Y } input F { s: String } union U = T | O "
                    + "scalar D @specifiedBy(url: \"d\")";

    @Test
    void breaksNothing() throws IOException {
        Path release = lastRelease();
        List<SchemaChange> changes =
                SchemaComparison.changes(Files.readString(release), Files.readString(Path.of("docs/schema.graphql")));

        Files.writeString(Path.of("target", "schema-changes.txt"), lines(changes));
        if (changes.stream().anyMatch(change -> change.severity() == Severity.BREAKING)) {
            fail("The schema breaks what " + release + " promised. All changes since:\n" + lines(changes));
        }
    }

    private static Path lastRelease() throws IOException {
        try (Stream<Path> files = Files.list(RELEASES)) {
            return files.max(Comparator.comparing(SchemaChangeTest::version)).orElseThrow();
        }
    }

    /** 1.10 is later than 1.9. */
    private static String version(Path file) {
        return Stream.of(file.getFileName().toString().replace(".graphql", "").split("\\."))
                .map(part -> "%06d".formatted(Integer.parseInt(part)))
                .collect(Collectors.joining("."));
    }

    private static String lines(List<SchemaChange> changes) {
        return changes.stream().map(SchemaChange::toString).collect(Collectors.joining("\n"));
    }

    @Test
    void knowsWhichReleaseIsTheLast() {
        assertEquals(
                Path.of("1.10.graphql"),
                Stream.of("1.9.graphql", "1.10.graphql", "0.11.graphql")
                        .map(Path::of)
                        .max(Comparator.comparing(SchemaChangeTest::version))
                        .orElseThrow());
    }

    @Test
    void seesNoChangeInTheSame() {
        assertEquals(List.of(), SchemaComparison.changes(SMALL, SMALL));
        assertEquals(List.of(), SchemaComparison.changes(SMALL, "\"Words.\" " + SMALL));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '\u0000',
            value = {
                "type O { o: Int } ; # ; object O is gone",
                "t: String ; # ; T.t is gone",
                "enum E { X Y } ; # ; enum E is gone",
                "interface I ; type I ; I was of the kind interface and is of the kind object",
                "implements I ; # ; T no longer implements I",
                "X Y ; X ; E no longer has the value Y",
                "T | O ; T ; U no longer has the member O",
                "[T!]! ; [T!] ; Query.a was [T!]! and is [T!]",
                "[T!]! ; [T]! ; Query.a was [T!]! and is [T]!",
                "o: Int ; o: String ; O.o was Int and is String",
                "o: Int ; o: [Int] ; O.o was Int and is [Int]",
                "(n: Int! = 1) ; # ; Query.a(n) is gone",
                "n: Int! = 1 ; n: Int! ; Query.a(n) was 1 and is nothing where it is left out",
                "n: Int! = 1 ; n: Int! = 1, m: Int! ; Query.a(m) is new and required",
                "n: Int! = 1 ; n: Float! = 1 ; Query.a(n) was Int! and is Float!",
                "s: String ; s: String! ; F.s was String and is String!",
                "s: String ; s: String r: Int! ; F.r is new and required",
                "scalar D @specifiedBy(url: \"d\") ; # ; scalar D is gone",
                "@semanticNonNull ; # ; Query.o may be null without an error",
                "directive @d(n: Int) on FIELD | QUERY ; # ; @d is gone",
                "@d(n: Int) ; @d ; @d(n) is gone",
                "FIELD | QUERY ; FIELD ; @d is no longer allowed on QUERY",
            })
    void saysWhatBreaks(String before, String after, String text) {
        assertEquals(List.of(new SchemaChange(Severity.BREAKING, text)), changes(before, after));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '\u0000',
            value = {
                "X Y ; X Y Z ; E now has the value Z",
                "type O { ; type O implements I { id: ID! ; O now implements I",
                "U = T | O ; U = T | O | Query ; U now has the member Query",
                "enum E ; type N implements I { id: ID! } enum E ; object N is new, one more of [I]",
                "n: Int! = 1 ; n: Int! = 2 ; Query.a(n) was 1 and is 2 where it is left out",
                "calls: 1 ; calls: 2 ; Query.c was @cost(calls: 1) and is @cost(calls: 2)",
                "@cost(calls: 1) ; # ; Query.c was @cost(calls: 1) and is without @cost",
                "\"d\" ; \"e\" ; D was @specifiedBy(url: \"d\") and is @specifiedBy(url: \"e\")",
            })
    void saysWhatIsDangerous(String before, String after, String text) {
        assertEquals(
                List.of(new SchemaChange(Severity.DANGEROUS, text)),
                changes(before, after).stream()
                        .filter(change -> change.severity() != Severity.SAFE)
                        .toList());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '\u0000',
            value = {
                "enum E ; type N { n: Int } enum E ; object N is new",
                "o: Int ; o: Int p: Int ; O.p is new",
                "o: Int ; o: Int! ; O.o was Int and is Int!",
                "o: Int ; o: Int @deprecated ; O.o is deprecated",
                "o: Int ; o: Int @semanticNonNull ; O.o is null only with an error",
                "n: Int! = 1 ; n: Int = 1 ; Query.a(n) was Int! and is Int",
                "n: Int! = 1 ; n: Int! = 1, m: Int ; Query.a(m) is new and may be left out",
                "s: String ; s: String r: Int! = 1 ; F.r is new and may be left out",
                "scalar D ; directive @e on FIELD scalar D ; @e is new",
            })
    void saysWhatIsSafe(String before, String after, String text) {
        assertEquals(List.of(new SchemaChange(Severity.SAFE, text)), changes(before, after));
    }

    /** {@code #} stands for nothing: a cell of the table cannot be empty. */
    private static List<SchemaChange> changes(String before, String after) {
        return SchemaComparison.changes(SMALL, SMALL.replace(before, after.replace("#", "")));
    }

    @Test
    void namesTheWorstFirst() {
        String now = SMALL.replace("t: String", "u: String").replace("X Y", "X Y Z");

        assertEquals(
                "BREAKING: T.t is gone\nDANGEROUS: E now has the value Z\nSAFE: T.u is new",
                lines(SchemaComparison.changes(SMALL, now)));
    }
}
