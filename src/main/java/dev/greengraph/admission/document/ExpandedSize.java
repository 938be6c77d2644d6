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
 * @param aliases all aliases but those of {@code __typename}, which cost nothing below the root; Relay writes one for each
 *     interface
 * @param typenames aliases of {@code __typename} on the first level
 * @param lists most fields within each other that list what the schema's graph leads to
 * @param introspectionDepth levels below {@code __schema} and {@code __type}, 0 without them
 * @param introspectionLists such lists below them
 */
record ExpandedSize(
        long width,
        long depth,
        long fields,
        long aliases,
        long typenames,
        long lists,
        long introspectionDepth,
        long introspectionLists) {

    static final ExpandedSize NOTHING = new ExpandedSize(0, 0, 0, 0, 0, 0, 0, 0);

    /** A spread of a fragment that is not defined: validation refuses it, until then it is worth a field. */
    static final ExpandedSize UNKNOWN = new ExpandedSize(1, 1, 1, 0, 0, 0, 0, 0);

    private static final Set<String> INTROSPECTION = Set.of("__schema", "__type");
    private static final Set<String> LISTS = Set.of("fields", "inputFields", "interfaces", "possibleTypes");

    /** Both beside each other. */
    ExpandedSize beside(ExpandedSize other) {
        return new ExpandedSize(
                Saturating.add(width, other.width),
                Math.max(depth, other.depth),
                Saturating.add(fields, other.fields),
                Saturating.add(aliases, other.aliases),
                Saturating.add(typenames, other.typenames),
                Math.max(lists, other.lists),
                Math.max(introspectionDepth, other.introspectionDepth),
                Math.max(introspectionLists, other.introspectionLists));
    }

    /** A field with this below it. */
    ExpandedSize below(Field field) {
        boolean isAlias = field.getAlias() != null;
        boolean isTypename = field.getName().equals("__typename");
        boolean introspects = INTROSPECTION.contains(field.getName());
        return new ExpandedSize(
                1,
                introspects ? 1 : Saturating.add(depth, 1),
                Saturating.add(fields, 1),
                Saturating.add(aliases, isAlias && !isTypename ? 1 : 0),
                isAlias && isTypename ? 1 : 0,
                Saturating.add(lists, LISTS.contains(field.getName()) ? 1 : 0),
                introspects ? Math.max(depth, introspectionDepth) : introspectionDepth,
                introspects ? Math.max(lists, introspectionLists) : introspectionLists);
    }

    /** Whether it asks for the schema. */
    boolean introspects() {
        return introspectionDepth > 0;
    }
}
