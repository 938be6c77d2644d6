/**
 * Where and from whom: chats, senders and the names they are shown under, shared by messages, statuses and chats. What is in
 * a chat is read one level up. Entry classes: {@link dev.greengraph.graphql.participant.Chat}, {@link
 * dev.greengraph.graphql.participant.Contact}.
 */
@NullMarked
package dev.greengraph.graphql.participant;

import org.jspecify.annotations.NullMarked;
