/**
 * What the upstream tells of the chats and people of a world apart from their messages. Entry class: {@link
 * dev.greengraph.simulator.world.directory.ChatDirectory}.
 */
@NullMarked
package dev.greengraph.simulator.world.directory;

import org.jspecify.annotations.NullMarked;
