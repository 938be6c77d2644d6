/**
 * The kinds of messages and nothing else: a sealed interface and its implementations, which Java wants in one package. Entry
 * class: {@link dev.greengraph.graphql.message.kind.Message}.
 */
@NullMarked
package dev.greengraph.graphql.message.kind;

import org.jspecify.annotations.NullMarked;
