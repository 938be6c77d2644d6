/**
 * Turns rows into messages: kinds, envelopes, texts, contents. Entry class: {@link
 * dev.greengraph.graphql.message.mapping.MessageMapping}.
 */
@NullMarked
package dev.greengraph.graphql.message.mapping;

import org.jspecify.annotations.NullMarked;
