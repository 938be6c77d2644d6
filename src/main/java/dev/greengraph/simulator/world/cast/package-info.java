/**
 * The people, chats and written conversations of the two simulated accounts: constants, no time in them.
 *
 * <p>Entry class: {@link dev.greengraph.simulator.world.cast.Cast}.
 */
@NullMarked
package dev.greengraph.simulator.world.cast;

import org.jspecify.annotations.NullMarked;
