/**
 * Lists of messages: connections, filters, pages, and the messages that messages refer to. Entry class: {@link
 * dev.greengraph.graphql.message.ConnectionMapping}.
 */
@NullMarked
package dev.greengraph.graphql.message;

import org.jspecify.annotations.NullMarked;
