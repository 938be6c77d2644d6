package dev.greengraph.admission.document;

import graphql.language.Field;
import java.util.Set;

/**
 * What a selection amounts to with its fragments expanded; duplicates are not merged and conditional fields count.
 * Every number saturates.
 *
 * @param width fields of its first level
 * @param depth levels of fields; below {@code __schema} and {@code __type} they count apart
 * @param fields all fields
 * @param aliases all aliases
 * @param lists most fields within each other that list what the schema's graph leads to
 * @param introspectionDepth levels below {@code __schema} and {@code __type}, 0 without them
 * @param introspectionLists such lists below them
 */
record ExpandedSize(
        long width,
        long depth,
        long fields,
        long aliases,
        long lists,
        long introspectionDepth,
        long introspectionLists) {

    static final ExpandedSize NOTHING = new ExpandedSize(0, 0, 0, 0, 0, 0, 0);

    /** A spread of a fragment that is not defined: validation refuses it, until then it is worth a field. */
    static final ExpandedSize UNKNOWN = new ExpandedSize(1, 1, 1, 0, 0, 0, 0);

    private static final Set<String> INTROSPECTION = Set.of("__schema", "__type");
    private static final Set<String> LISTS = Set.of("fields", "inputFields", "interfaces", "possibleTypes");

    /** Both beside each other. */
    ExpandedSize beside(ExpandedSize other) {
        return new ExpandedSize(
                Saturating.add(width, other.width),
                Math.max(depth, other.depth),
                Saturating.add(fields, other.fields),
                Saturating.add(aliases, other.aliases),
                Math.max(lists, other.lists),
                Math.max(introspectionDepth, other.introspectionDepth),
                Math.max(introspectionLists, other.introspectionLists));
    }

    /** A field with this below it. */
    ExpandedSize below(Field field) {
        boolean introspects = INTROSPECTION.contains(field.getName());
        return new ExpandedSize(
                1,
                introspects ? 1 : Saturating.add(depth, 1),
                Saturating.add(fields, 1),
                Saturating.add(aliases, field.getAlias() == null ? 0 : 1),
                Saturating.add(lists, LISTS.contains(field.getName()) ? 1 : 0),
                introspects ? Math.max(depth, introspectionDepth) : introspectionDepth,
                introspects ? Math.max(lists, introspectionLists) : introspectionLists);
    }

    /** Whether it asks for the schema. */
    boolean introspects() {
        return introspectionDepth > 0;
    }
}
