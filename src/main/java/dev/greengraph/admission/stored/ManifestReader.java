package dev.greengraph.admission.stored;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.greengraph.admission.document.DocumentExaminer;
import dev.greengraph.admission.document.ExaminedDocument;
import dev.greengraph.admission.document.ExaminedDocument.Measured;
import dev.greengraph.admission.document.ExaminedDocument.Refused;
import dev.greengraph.admission.stored.TrustedDocuments.TrustedDocument;
import graphql.ParseAndValidate;
import graphql.language.Document;
import graphql.language.OperationDefinition;
import graphql.schema.GraphQLSchema;
import graphql.validation.ValidationError;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Reads a manifest of trusted documents: Apollo's persisted query manifest, or an object of ids and documents as
 * graphql-codegen's client preset writes it. Every document must be one operation within the limits that fits the schema;
 * the complaint about one that is not names it.
 */
final class ManifestReader {

    static final String SETTING = "greengraph.trusted-documents.manifest";

    private static final String APOLLO = "apollo-persisted-query-manifest";

    private final GraphQLSchema schema;
    private final DocumentExaminer documents;

    ManifestReader(GraphQLSchema schema, DocumentExaminer documents) {
        this.schema = schema;
        this.documents = documents;
    }

    TrustedDocuments read(String manifest) {
        JsonNode root = json(manifest);
        List<TrustedDocument> trusted = new ArrayList<>();
        if (root.path("format").asText().equals(APOLLO)) {
            root.path("operations")
                    .forEach(operation -> trusted.add(document(
                            operation.path("id").asText(),
                            operation.path("body").asText())));
        } else {
            root.properties()
                    .forEach(entry -> trusted.add(
                            document(entry.getKey(), entry.getValue().asText())));
        }
        if (trusted.isEmpty()) {
            throw wrong("a file with at least one operation");
        }
        return new TrustedDocuments(trusted);
    }

    private static JsonNode json(String manifest) {
        try {
            JsonNode root = new ObjectMapper().readTree(withoutMark(manifest));
            if (root.isObject()) {
                return root;
            }
        } catch (JsonProcessingException malformed) {
            // answered below
        }
        throw wrong("a file with a JSON object");
    }

    /** Editors on Windows put a byte order mark before a text, which is no JSON. */
    private static String withoutMark(String manifest) {
        return manifest.startsWith("\uFEFF") ? manifest.substring(1) : manifest;
    }

    private TrustedDocument document(String id, String text) {
        if (id.isBlank() || text.isBlank()) {
            throw wrong("a file whose operations have an id and a document; one lacks it: '" + id + "'");
        }
        Measured document = measured(id, text);
        List<OperationDefinition> operations = document.outline().operations();
        String name = operations.size() == 1 ? operations.get(0).getName() : null;
        if (name == null) {
            throw wrong("a file whose documents have one operation with a name; not so: '" + id + "'");
        }
        validate(name, document.document().tree());
        return new TrustedDocument(id, name, text);
    }

    private Measured measured(String id, String text) {
        ExaminedDocument examined = documents.examine(text);
        if (examined instanceof Measured measured) {
            return measured;
        }
        String why = examined instanceof Refused refused ? refused.because().text() : "it is not GraphQL";
        throw wrong("a file whose documents are within the limits; '%s' (%s): %s".formatted(id, start(text), why));
    }

    /** Enough of a document to be found by. */
    private static String start(String text) {
        String line = text.strip().lines().findFirst().orElse("");
        return line.substring(0, Math.min(40, line.length()));
    }

    private void validate(String name, Document document) {
        List<ValidationError> errors = ParseAndValidate.validate(schema, document, Locale.ROOT);
        if (!errors.isEmpty()) {
            String first = errors.get(0).getMessage().lines().findFirst().orElse("");
            throw wrong("a file whose documents fit the schema; operation " + name + ": " + first);
        }
    }

    static ConfigurationException wrong(String allowed) {
        return new ConfigurationException(SETTING + ": must be " + allowed);
    }
}
