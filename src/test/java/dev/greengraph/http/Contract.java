package dev.greengraph.http;

import graphql.Scalars;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLSchema;
import graphql.schema.TypeResolver;
import graphql.schema.idl.FieldWiringEnvironment;
import graphql.schema.idl.InterfaceWiringEnvironment;
import graphql.schema.idl.MockedWiringFactory;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.ScalarInfo;
import graphql.schema.idl.ScalarWiringEnvironment;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The schema that frontends were promised, and files beside it. */
final class Contract {

    private Contract() {}

    /** The contract; values are read from maps, whose {@code __typename} tells the type behind an interface. */
    static GraphQLSchema schema() {
        RuntimeWiring wiring =
                RuntimeWiring.newRuntimeWiring().wiringFactory(new MapWiring()).build();
        return new SchemaGenerator().makeExecutableSchema(new SchemaParser().parse(text("contract.graphql")), wiring);
    }

    static String text(String path) {
        try (InputStream content = Contract.class.getClassLoader().getResourceAsStream(path)) {
            if (content == null) {
                throw new IllegalArgumentException(path);
            }
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static final class MapWiring extends MockedWiringFactory {

        @Override
        public TypeResolver getTypeResolver(InterfaceWiringEnvironment wiring) {
            return types -> types.getSchema()
                    .getObjectType(
                            ((Map<?, ?>) types.getObject()).get("__typename").toString());
        }

        @Override
        public boolean providesDataFetcher(FieldWiringEnvironment field) {
            return false;
        }

        @Override
        public GraphQLScalarType getScalar(ScalarWiringEnvironment wiring) {
            return Scalars.GraphQLString.transform(
                    text -> text.name(wiring.getScalarTypeDefinition().getName()));
        }

        @Override
        public boolean providesScalar(ScalarWiringEnvironment wiring) {
            return !ScalarInfo.isGraphqlSpecifiedScalar(
                    wiring.getScalarTypeDefinition().getName());
        }
    }
}
