package dev.greengraph.graphql.contract;

import graphql.language.AbstractDescribedNode;
import graphql.language.Description;
import graphql.language.DirectiveDefinition;
import graphql.language.DirectivesContainer;
import graphql.language.EnumValueDefinition;
import graphql.language.FieldDefinition;
import graphql.language.ImplementingTypeDefinition;
import graphql.language.InputValueDefinition;
import graphql.language.InterfaceTypeDefinition;
import graphql.language.NamedNode;
import graphql.language.Node;
import graphql.language.ObjectTypeDefinition;
import graphql.language.SDLDefinition;
import graphql.language.ScalarTypeDefinition;
import graphql.language.TypeDefinition;
import graphql.language.TypeName;
import graphql.parser.Parser;
import graphql.schema.idl.ScalarInfo;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** How a schema is written here. Names each place that is written otherwise. */
final class SchemaConventions {

    private static final Set<String> OF_A_PAGE = Set.of("first", "after", "last", "before");

    private final List<SDLDefinition<?>> definitions;
    private final List<String> faults = new ArrayList<>();

    private SchemaConventions(String schema) {
        this.definitions = Parser.parse(schema).getDefinitionsOfType(SDLDefinition.class).stream()
                .<SDLDefinition<?>>map(definition -> definition)
                .toList();
    }

    /** What is written otherwise, in the order of the schema; empty if nothing is. */
    static List<String> faults(String schema) {
        SchemaConventions conventions = new SchemaConventions(schema);
        conventions.definitions.forEach(definition -> conventions.describe("", (Node<?>) definition));
        conventions.definitions.forEach(conventions::check);
        conventions.unreachable().forEach(name -> conventions.faults.add(name + " is reached by nothing"));
        return conventions.faults;
    }

    private void describe(String path, Node<?> node) {
        boolean counts = node instanceof TypeDefinition
                || node instanceof DirectiveDefinition
                || node instanceof FieldDefinition
                || node instanceof InputValueDefinition
                || node instanceof EnumValueDefinition;
        if (counts) {
            String name = path + (node instanceof NamedNode<?> named ? named.getName() : "");
            String text = text(node);
            if (text.isBlank()) {
                faults.add(name + " says nothing about itself");
            } else if (!text.matches("(?s)[\\p{Lu}\\d].*\\.")) {
                faults.add(name + " is not described by a sentence: " + text);
            }
            node.getChildren().forEach(child -> describe(name + ".", child));
        }
    }

    private static String text(Node<?> node) {
        Description description =
                node instanceof AbstractDescribedNode<?> described ? described.getDescription() : null;
        return description == null ? "" : description.getContent();
    }

    private void check(SDLDefinition<?> definition) {
        if (definition instanceof ImplementingTypeDefinition<?> type) {
            List<String> fields = names(type.getFieldDefinitions());
            if (fields.indexOf("id") > 0) {
                faults.add(type.getName() + ": id is not the first field");
            }
            type.getFieldDefinitions().forEach(field -> checkArguments(type.getName(), field));
        }
        if (definition instanceof ScalarTypeDefinition scalar && !isSpecified(scalar)) {
            faults.add("scalar " + scalar.getName() + " has no @specifiedBy");
        }
    }

    private void checkArguments(String type, FieldDefinition field) {
        List<Boolean> pages = names(field.getInputValueDefinitions()).stream()
                .map(OF_A_PAGE::contains)
                .toList();
        if (pages.contains(true) && pages.lastIndexOf(false) > pages.indexOf(true)) {
            faults.add(type + "." + field.getName() + ": the arguments of the page are not the last");
        }
    }

    private static boolean isSpecified(ScalarTypeDefinition scalar) {
        return ScalarInfo.isGraphqlSpecifiedScalar(scalar.getName()) || hasDirective(scalar, "specifiedBy");
    }

    private static boolean hasDirective(DirectivesContainer<?> node, String name) {
        return node.hasDirective(name);
    }

    private static List<String> names(List<? extends NamedNode<?>> nodes) {
        return nodes.stream().<String>map(NamedNode::getName).toList();
    }

    /** Types that no selection and no argument leads to. */
    private Set<String> unreachable() {
        Map<String, Node<?>> types = new HashMap<>();
        Deque<Node<?>> open = new ArrayDeque<>();
        for (SDLDefinition<?> definition : definitions) {
            if (definition instanceof TypeDefinition<?> type) {
                types.put(type.getName(), type);
            } else {
                open.add((Node<?>) definition);
            }
        }
        Set<String> left = new TreeSet<>(types.keySet());
        Stream.of("Query", "Mutation", "Subscription").filter(left::remove).forEach(root -> open.add(types.get(root)));
        while (!open.isEmpty()) {
            Node<?> node = open.pop();
            if (node instanceof TypeName name && left.remove(name.getName())) {
                open.add(types.get(name.getName()));
            }
            if (node instanceof InterfaceTypeDefinition shared) {
                implementations(shared).filter(left::remove).forEach(name -> open.add(types.get(name)));
            }
            open.addAll(children(node));
        }
        return left;
    }

    private Stream<String> implementations(InterfaceTypeDefinition shared) {
        return definitions.stream()
                .filter(ImplementingTypeDefinition.class::isInstance)
                .<ImplementingTypeDefinition<?>>map(type -> (ImplementingTypeDefinition<?>) type)
                .filter(type -> type.getImplements().stream()
                        .anyMatch(parent -> ((NamedNode<?>) parent).getName().equals(shared.getName())))
                .map(ImplementingTypeDefinition::getName);
    }

    private static List<Node<?>> children(Node<?> node) {
        List<Node<?>> children = new ArrayList<>();
        node.getChildren().forEach(child -> children.add((Node<?>) child));
        if (node instanceof ObjectTypeDefinition type) {
            type.getImplements().forEach(parent -> children.remove((Node<?>) parent));
        }
        return children;
    }
}
