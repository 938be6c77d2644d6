/**
 * The kinds of messages and nothing else: an interface and its implementations, one for each {@link
 * dev.greengraph.graphql.message.content.MessageType}. What makes them of rows lies in {@code mapping}. Entry class: {@link
 * dev.greengraph.graphql.message.kind.Message}.
 */
@NullMarked
package dev.greengraph.graphql.message.kind;

import org.jspecify.annotations.NullMarked;
