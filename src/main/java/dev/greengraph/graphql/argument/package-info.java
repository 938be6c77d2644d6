/**
 * Checks arguments before anything is sent upstream, and says what is wrong with those and with variables. Entry class:
 * {@link dev.greengraph.graphql.argument.Arguments}.
 */
@NullMarked
package dev.greengraph.graphql.argument;

import org.jspecify.annotations.NullMarked;
