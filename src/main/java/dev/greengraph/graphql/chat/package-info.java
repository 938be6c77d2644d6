/**
 * Chats: lists of them and what is in one. Entry class: {@link dev.greengraph.graphql.chat.ChatApi}.
 */
@NullMarked
package dev.greengraph.graphql.chat;

import org.jspecify.annotations.NullMarked;
