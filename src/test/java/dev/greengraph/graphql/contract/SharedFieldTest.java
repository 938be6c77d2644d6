package dev.greengraph.graphql.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import graphql.language.AstPrinter;
import graphql.language.FieldDefinition;
import graphql.language.ImplementingTypeDefinition;
import graphql.language.InterfaceTypeDefinition;
import graphql.language.NamedNode;
import graphql.language.ObjectTypeDefinition;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Types that meet in one selection, since they implement one interface, give a field of one name one type, nullability
 * included: every client's compiler refuses a selection of both otherwise.
 */
class SharedFieldTest {

    @Test
    void fieldsOfOneNameHaveOneType() throws IOException {
        assertEquals(List.of(), clashes(Files.readString(Path.of("docs", "schema.graphql"))));
    }

    @Test
    void noticesAClash() {
        String schema = "interface I { id: ID! } type A implements I { id: ID! n: String! m: Int }"
                + " type B implements I { id: ID! n: String } type C { m: Int! }";

        assertEquals(List.of("I: n is String in B, String! in A"), clashes(schema));
    }

    private static List<String> clashes(String schema) {
        TypeDefinitionRegistry types = new SchemaParser().parse(schema);
        Set<String> clashes = new TreeSet<>();
        for (InterfaceTypeDefinition shared : types.getTypes(InterfaceTypeDefinition.class)) {
            Map<String, Map<String, String>> typesByField = new TreeMap<>();
            for (ObjectTypeDefinition type : types.getTypes(ObjectTypeDefinition.class)) {
                if (implementsIt(type, shared)) {
                    type.getFieldDefinitions()
                            .forEach(field -> typesByField
                                    .computeIfAbsent(field.getName(), name -> new TreeMap<>())
                                    .putIfAbsent(printed(field), type.getName()));
                }
            }
            typesByField.forEach((field, inTypes) -> {
                if (inTypes.size() > 1) {
                    clashes.add(shared.getName() + ": " + field + " is "
                            + String.join(
                                    ", ",
                                    inTypes.entrySet().stream()
                                            .map(it -> it.getKey() + " in " + it.getValue())
                                            .toList()));
                }
            });
        }
        return List.copyOf(clashes);
    }

    private static boolean implementsIt(ImplementingTypeDefinition<?> type, NamedNode<?> shared) {
        return type.getImplements().stream()
                .anyMatch(parent -> ((NamedNode<?>) parent).getName().equals(shared.getName()));
    }

    private static String printed(FieldDefinition field) {
        return AstPrinter.printAst(field.getType());
    }
}
