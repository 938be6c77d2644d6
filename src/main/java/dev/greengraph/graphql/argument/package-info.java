/**
 * Checks arguments before anything is sent upstream. Entry class: {@link dev.greengraph.graphql.argument.Arguments}.
 */
@NullMarked
package dev.greengraph.graphql.argument;

import org.jspecify.annotations.NullMarked;
