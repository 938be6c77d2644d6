package dev.greengraph.graphql.property;

import java.util.Map;

/** An object that already holds what some of its resolvers would read: calling those costs no more than a property. */
public interface HoldsFields {

    /**
     * Whether the resolver of a field answers at once and reads nothing.
     *
     * @param arguments coerced, by name, defaults included
     */
    boolean holds(String field, Map<String, Object> arguments);
}
