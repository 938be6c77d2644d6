/** Globally unique, opaque ids. Entry class: {@link dev.greengraph.graphql.node.GlobalId}. */
@NullMarked
package dev.greengraph.graphql.node;

import org.jspecify.annotations.NullMarked;
