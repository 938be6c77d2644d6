/**
 * Globally unique, opaque ids; knows none of the types that have one. Entry class: {@link dev.greengraph.graphql.node.GlobalId}.
 */
@NullMarked
package dev.greengraph.graphql.node;

import org.jspecify.annotations.NullMarked;
