package dev.greengraph.admission.stored;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.greengraph.admission.document.Attack;
import dev.greengraph.admission.document.DocumentExaminer;
import dev.greengraph.admission.document.Limits;
import dev.greengraph.graphql.error.Refusal;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ManifestReaderTest {

    private static final String NAMES = "query Names { accounts { name } }";
    private static final String INBOX = "query Inbox($n: Int = 5) { account { chats(first: $n) { totalCount } } }";

    private static ManifestReader reader;

    @BeforeAll
    static void readTheSchema() throws IOException {
        GraphQLSchema schema = UnExecutableSchemaGenerator.makeUnExecutableSchema(
                new SchemaParser().parse(Files.readString(Path.of("docs/schema.graphql"))));
        reader = new ManifestReader(schema, new DocumentExaminer(Limits.with()));
    }

    @Test
    void readsApollosManifest() {
        assertHolds(reader.read(apollo(operation("id-1", NAMES), operation("id-2", INBOX))));
    }

    @Test
    void readsAnObjectOfIdsAndDocuments() {
        assertHolds(reader.read(
                new JsonObject().put("id-1", NAMES).put("id-2", INBOX).encode()));
    }

    @Test
    void readsBehindAByteOrderMark() {
        String manifest = apollo(operation("id-1", NAMES), operation("id-2", INBOX));

        assertHolds(reader.read("\uFEFF" + manifest));
        assertThrows(ConfigurationException.class, () -> reader.read("\uFEFF\uFEFF" + manifest));
    }

    private static void assertHolds(TrustedDocuments trusted) {
        assertTrue(trusted.areRequired());
        assertEquals(Set.of("Inbox", "Names"), trusted.names());
        assertEquals(Optional.of("Names"), trusted.name(NAMES));
        assertEquals(
                NAMES, trusted.text(new DocumentReference(Optional.empty(), Optional.of("id-1"), Optional.empty())));
        assertEquals(
                INBOX, trusted.text(new DocumentReference(Optional.empty(), Optional.empty(), Optional.of("id-2"))));
        trusted.check(INBOX);
        assertThrows(Refusal.class, () -> trusted.check(INBOX + " "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "7                                              | a file with a JSON object",
                "{                                              | a file with a JSON object",
                "[]                                             | a file with a JSON object",
                "{}                                             | a file with at least one operation",
                "{\"format\":\"apollo-persisted-query-manifest\"} | a file with at least one operation",
                "{\"a\":7}                                      | a file whose documents are within the limits; 'a' (7): it is not GraphQL",
                "{\"a\":\"\"}                                   | a file whose operations have an id and a document; one lacks it: 'a'",
                "{\"a\":\"{ accounts { name } }\"}              | a file whose documents have one operation with a name; not so: 'a'",
                "{\"a\":\"query A{__typename} query B{__typename}\"} | a file whose documents have one operation with a name; not so: 'a'",
                "{\"a\":\"query A { nonsense }\"}               | a file whose documents fit the schema; operation A: Validation error (FieldUndefined@[nonsense]) : Field 'nonsense' in type 'Query' is undefined",
            })
    void namesWhatIsWrong(String manifest, String allowed) {
        ConfigurationException wrong = assertThrows(ConfigurationException.class, () -> reader.read(manifest));

        assertEquals("greengraph.trusted-documents.manifest: must be " + allowed, wrong.getMessage());
    }

    @Test
    void namesADocumentThatIsBeyondALimit() {
        String manifest = new JsonObject()
                .put("a", Attack.deepFields(13).replaceFirst("^\\{", "query Deep {"))
                .encode();

        ConfigurationException wrong = assertThrows(ConfigurationException.class, () -> reader.read(manifest));

        String message = String.valueOf(wrong.getMessage());
        assertTrue(message.contains("'a' (query Deep {"), message);
        assertTrue(message.endsWith("depth: must be at most 12"), message);
        assertFalse(message.contains("\n"), message);
    }

    private static JsonObject operation(String id, String text) {
        return new JsonObject()
                .put("id", id)
                .put("name", "any")
                .put("type", "query")
                .put("body", text);
    }

    private static String apollo(JsonObject... operations) {
        return new JsonObject()
                .put("format", "apollo-persisted-query-manifest")
                .put("version", 1)
                .put("operations", new JsonArray(List.of(operations)))
                .encode();
    }
}
