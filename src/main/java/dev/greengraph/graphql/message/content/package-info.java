/**
 * The values that messages are made of: files, cards, buttons, quotes, and what all messages share. Entry class: {@link
 * dev.greengraph.graphql.message.content.Envelope}.
 */
@NullMarked
package dev.greengraph.graphql.message.content;

import org.jspecify.annotations.NullMarked;
