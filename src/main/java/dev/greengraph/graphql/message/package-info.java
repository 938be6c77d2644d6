/** Messages: an interface with an implementation per kind. Entry classes: {@link dev.greengraph.graphql.message.Message}, {@link dev.greengraph.graphql.message.MessageMapping}. */
@NullMarked
package dev.greengraph.graphql.message;

import org.jspecify.annotations.NullMarked;
