/**
 * What the upstream says about chats and people apart from their messages. Entry class: {@link
 * dev.greengraph.upstream.row.directory.ChatRow}.
 */
@NullMarked
package dev.greengraph.upstream.row.directory;

import org.jspecify.annotations.NullMarked;
