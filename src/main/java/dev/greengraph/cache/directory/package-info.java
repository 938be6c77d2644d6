/**
 * What is held of chats apart from their messages. It asks nothing. Entry class: {@link
 * dev.greengraph.cache.directory.Directory}.
 */
@NullMarked
package dev.greengraph.cache.directory;

import org.jspecify.annotations.NullMarked;
