/**
 * A GraphQL gateway in front of the GREEN-API messenger journals.
 *
 * <p>The sub-packages are the stages of a request, in this order: {@code http}, {@code auth}, {@code admission},
 * {@code graphql}, {@code cache}, {@code gate}, {@code upstream}; {@code account} names whose data it is.
 */
@NullMarked
package dev.greengraph;

import org.jspecify.annotations.NullMarked;
