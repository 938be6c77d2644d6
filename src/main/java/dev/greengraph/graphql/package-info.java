/** What a caller sees: only here are GraphQL annotations. Resolvers are thin; {@code *Mapping} classes turn rows into types. */
@NullMarked
package dev.greengraph.graphql;

import org.jspecify.annotations.NullMarked;
