/**
 * One message of a simulated chat: its ids, author, content and delivery, and how the upstream writes it at a moment.
 *
 * <p>Entry class: {@link dev.greengraph.simulator.world.entry.Entry}.
 */
@NullMarked
package dev.greengraph.simulator.world.entry;

import org.jspecify.annotations.NullMarked;
