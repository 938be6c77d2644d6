package dev.greengraph.graphql;

import graphql.language.AbstractDescribedNode;
import graphql.language.AstPrinter;
import graphql.language.Description;
import graphql.language.EnumTypeDefinition;
import graphql.language.EnumValueDefinition;
import graphql.language.FieldDefinition;
import graphql.language.ImplementingTypeDefinition;
import graphql.language.InputObjectTypeDefinition;
import graphql.language.InputValueDefinition;
import graphql.language.NamedNode;
import graphql.language.Node;
import graphql.language.TypeDefinition;
import graphql.schema.idl.ScalarInfo;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What one schema promises, as one line for each promise: another schema keeps it if it has all those lines. */
final class SchemaPromise {

    private SchemaPromise() {}

    /** What the contract has and the schema does not. */
    static List<String> missing(String contract, String schema) {
        List<String> kept = promises(schema);
        return promises(contract).stream().filter(line -> !kept.contains(line)).toList();
    }

    private static List<String> promises(String schema) {
        TypeDefinitionRegistry types = new SchemaParser().parse(schema);
        List<String> lines = new ArrayList<>();
        types.scalars().keySet().forEach(scalar -> lines.add("scalar " + scalar));
        types.types().values().forEach(type -> add(lines, type));
        return lines;
    }

    private static void add(List<String> lines, TypeDefinition<?> type) {
        lines.add(kind(type) + " " + type.getName());
        if (type instanceof ImplementingTypeDefinition<?> composite) {
            composite.getImplements().forEach(parent -> lines.add(type.getName() + " implements " + print(parent)));
            composite.getFieldDefinitions().forEach(field -> addField(lines, type.getName(), field));
        }
        if (type instanceof EnumTypeDefinition values) {
            values.getEnumValueDefinitions()
                    .forEach(value -> lines.add(type.getName() + " has the value " + value.getName()));
        }
        if (type instanceof InputObjectTypeDefinition input) {
            input.getInputValueDefinitions().forEach(field -> lines.add(type.getName() + "." + signature(field)));
        }
    }

    private static void addField(List<String> lines, String type, FieldDefinition field) {
        String name = type + "." + field.getName();
        lines.add(name + ": " + print(field.getType()));
        field.getInputValueDefinitions().forEach(argument -> lines.add(name + "(" + signature(argument) + ")"));
    }

    private static String signature(InputValueDefinition value) {
        String otherwise = value.getDefaultValue() == null ? "" : " = " + print(value.getDefaultValue());
        return value.getName() + ": " + print(value.getType()) + otherwise;
    }

    private static String kind(TypeDefinition<?> type) {
        return type.getClass().getSimpleName().replace("TypeDefinition", "").toLowerCase(Locale.ROOT);
    }

    private static String print(Node<?> node) {
        return AstPrinter.printAst(node);
    }

    /** Everything that a caller can name and that says nothing about itself. */
    static List<String> undescribed(String schema) {
        TypeDefinitionRegistry types = new SchemaParser().parse(schema);
        return Stream.concat(types.types().values().stream(), types.scalars().values().stream())
                .filter(type -> !ScalarInfo.isGraphqlSpecifiedScalar(type.getName()))
                .flatMap(type -> undescribed("", type))
                .sorted()
                .toList();
    }

    private static Stream<String> undescribed(String path, Node<?> node) {
        String name = node instanceof NamedNode<?> named ? path + named.getName() : path;
        boolean counts = node instanceof TypeDefinition
                || node instanceof FieldDefinition
                || node instanceof InputValueDefinition
                || node instanceof EnumValueDefinition;
        Stream<String> own = counts && isBlank(node) ? Stream.of(name) : Stream.empty();
        return counts
                ? Stream.concat(own, node.getChildren().stream().flatMap(child -> undescribed(name + ".", child)))
                : Stream.empty();
    }

    private static boolean isBlank(Node<?> node) {
        Description description =
                node instanceof AbstractDescribedNode<?> described ? described.getDescription() : null;
        return description == null || description.getContent().isBlank();
    }
}
