package dev.greengraph.admission.cost;

import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The type of each field of the schema, without its list and non-null marks.
 *
 * @param byParent by the name of the parent type, then of the field
 */
record FieldTypes(Map<String, Map<String, String>> byParent) {

    /** Knows no type: every field is then taken for the most expensive one of its name. */
    static final FieldTypes NONE = new FieldTypes(Map.of());

    /** The types of that schema. */
    static FieldTypes of(GraphQLSchema schema) {
        Map<String, Map<String, String>> byParent = new HashMap<>();
        schema.getAllTypesAsList().stream()
                .filter(GraphQLFieldsContainer.class::isInstance)
                .map(GraphQLFieldsContainer.class::cast)
                .forEach(parent -> byParent.put(parent.getName(), fields(parent)));
        return new FieldTypes(byParent);
    }

    private static Map<String, String> fields(GraphQLFieldsContainer parent) {
        Map<String, String> types = new HashMap<>();
        for (GraphQLFieldDefinition field : parent.getFieldDefinitions()) {
            types.put(
                    field.getName(), GraphQLTypeUtil.unwrapAll(field.getType()).getName());
        }
        return types;
    }

    /** The name itself if the schema has such a type, else null. */
    @Nullable
    String known(@Nullable String parent) {
        return parent != null && byParent.containsKey(parent) ? parent : null;
    }

    /** The type of that field, or null if the schema has no such field or type. */
    @Nullable
    String of(@Nullable String parent, String field) {
        return parent == null ? null : byParent.getOrDefault(parent, Map.of()).get(field);
    }
}
