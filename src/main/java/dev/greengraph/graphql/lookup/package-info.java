/**
 * Finds any object by its global id: the one place that knows every type with an id. Entry class: {@link
 * dev.greengraph.graphql.lookup.NodeApi}.
 */
@NullMarked
package dev.greengraph.graphql.lookup;

import org.jspecify.annotations.NullMarked;
