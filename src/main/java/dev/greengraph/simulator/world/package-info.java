/**
 * The invented people, chats and messages of the simulated accounts: a function of a seed, a start and a moment.
 *
 * <p>What a message says comes from {@code simulator.content}; how it is asked for over HTTP is not known here. Entry
 * class: {@link dev.greengraph.simulator.world.World}.
 */
@NullMarked
package dev.greengraph.simulator.world;

import org.jspecify.annotations.NullMarked;
