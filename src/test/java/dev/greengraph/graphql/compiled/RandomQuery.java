package dev.greengraph.graphql.compiled;

import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A query over the whole schema by chance, the same for the same seed: fragments, aliases, merged fields, directives. */
final class RandomQuery {

    private static final int DEPTH = 7;
    private static final List<String> VARIABLES = List.of("a", "b", "c");

    private final GraphQLSchema schema;
    private final Random random;
    private final StringBuilder fragments = new StringBuilder();
    private int names;
    private int budget;

    private RandomQuery(GraphQLSchema schema, Random random) {
        this.schema = schema;
        this.random = random;
        this.budget = 5 + random.nextInt(60);
    }

    /** The text of the document; its variables decide what is included. */
    static String text(GraphQLSchema schema, long seed) {
        RandomQuery query = new RandomQuery(schema, new Random(seed));
        String selection = query.selection(schema.getQueryType(), 0);
        return "query ($a: Boolean!, $b: Boolean = true, $c: Boolean! = false) " + selection + query.fragments;
    }

    /** Variables of a query. */
    static Map<String, Object> variables(Random random) {
        Map<String, Object> values = new HashMap<>();
        values.put("a", random.nextBoolean());
        if (random.nextBoolean()) {
            values.put("b", random.nextBoolean());
        }
        if (random.nextBoolean()) {
            values.put("c", random.nextBoolean());
        }
        return values;
    }

    private String selection(GraphQLNamedType type, int depth) {
        List<String> parts = new ArrayList<>();
        for (int i = random.nextInt(5); i >= 0; i--) {
            parts.add(part(type, depth));
        }
        return "{ " + String.join(" ", parts) + " } ";
    }

    private String part(GraphQLNamedType type, int depth) {
        int kind = random.nextInt(8);
        if (kind == 0) {
            return "__typename";
        }
        if (kind < 3 && depth > 0 && depth < DEPTH) {
            GraphQLNamedType other = type instanceof GraphQLInterfaceType any ? implementation(any) : type;
            return fragment(other, depth + 1);
        }
        return field(type, depth);
    }

    private String fragment(GraphQLNamedType type, int depth) {
        if (random.nextBoolean()) {
            return "... on " + type.getName() + " " + condition() + selection(type, depth);
        }
        String name = "f" + names++;
        String selection = selection(type, depth);
        fragments
                .append("fragment ")
                .append(name)
                .append(" on ")
                .append(type.getName())
                .append(' ')
                .append(selection);
        return "..." + name + " " + condition() + (random.nextInt(4) == 0 ? " ..." + name : "");
    }

    private String field(GraphQLNamedType type, int depth) {
        List<GraphQLFieldDefinition> fields = type instanceof GraphQLObjectType object
                ? object.getFieldDefinitions()
                : ((GraphQLInterfaceType) type).getFieldDefinitions();
        GraphQLFieldDefinition field = fields.get(random.nextInt(fields.size()));
        GraphQLType value = GraphQLTypeUtil.unwrapAll(field.getType());
        boolean isComposite = value instanceof GraphQLObjectType || value instanceof GraphQLInterfaceType;
        if (isComposite && (depth >= DEPTH || budget-- < 0)) {
            return "__typename";
        }
        String alias = random.nextInt(3) == 0 || !field.getArguments().isEmpty() ? "n" + names++ + ": " : "";
        return alias
                + field.getName()
                + arguments(field)
                + condition()
                + (isComposite ? selection((GraphQLNamedType) value, depth + 1) : "");
    }

    private static String arguments(GraphQLFieldDefinition field) {
        List<String> required = field.getArguments().stream()
                .filter(argument -> GraphQLTypeUtil.isNonNull(argument.getType()) && !argument.hasSetDefaultValue())
                .map(GraphQLArgument::getName)
                .map(name -> name + ": \"any\"")
                .toList();
        return required.isEmpty() ? " " : "(" + String.join(", ", required) + ") ";
    }

    private String condition() {
        if (random.nextInt(5) > 0) {
            return "";
        }
        String value = random.nextInt(4) == 0
                ? String.valueOf(random.nextBoolean())
                : "$" + VARIABLES.get(random.nextInt(VARIABLES.size()));
        return (random.nextBoolean() ? "@include" : "@skip") + "(if: " + value + ") ";
    }

    private GraphQLObjectType implementation(GraphQLInterfaceType any) {
        List<GraphQLObjectType> all = schema.getImplementations(any);
        return all.get(random.nextInt(all.size()));
    }
}
