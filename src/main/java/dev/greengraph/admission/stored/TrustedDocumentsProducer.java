package dev.greengraph.admission.stored;

import dev.greengraph.admission.document.DocumentExaminer;
import graphql.schema.GraphQLSchema;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Makes the trusted documents of the configuration available. */
final class TrustedDocumentsProducer {

    @Produces
    @Singleton
    TrustedDocuments trustedDocuments(TrustedDocumentsConfig config, GraphQLSchema schema, DocumentExaminer documents) {
        return config.manifest()
                .map(file -> new ManifestReader(schema, documents).read(content(file)))
                .orElseGet(() -> new TrustedDocuments(List.of()));
    }

    private static String content(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw ManifestReader.wrong("the path of a readable file in UTF-8");
        }
    }
}
