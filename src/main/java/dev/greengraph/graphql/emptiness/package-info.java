/** Why a list is empty. */
@NullMarked
package dev.greengraph.graphql.emptiness;

import org.jspecify.annotations.NullMarked;
