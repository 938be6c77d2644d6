package dev.greengraph.http;

import graphql.schema.GraphQLSchema;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The schema that frontends are promised, and files of the class path. */
public final class Contract {

    private Contract() {}

    /** The contract, to validate documents against. */
    public static GraphQLSchema schema() {
        return UnExecutableSchemaGenerator.makeUnExecutableSchema(
                new SchemaParser().parse(Path.of("docs", "schema.graphql").toFile()));
    }

    /** What a file of the class path says. */
    public static String text(String path) {
        try (InputStream content = Contract.class.getClassLoader().getResourceAsStream(path)) {
            if (content == null) {
                throw new IllegalArgumentException(path);
            }
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
