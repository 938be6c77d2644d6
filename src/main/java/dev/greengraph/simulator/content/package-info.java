/**
 * The contents of messages in the upstream's format: one factory method per wire shape.
 *
 * <p>Not here: sender, time and chat ({@code simulator.world}). Written from the upstream's documentation alone, without
 * the gateway's readers, so that each can verify the other. Entry class: {@link
 * dev.greengraph.simulator.content.Content}.
 */
@NullMarked
package dev.greengraph.simulator.content;

import org.jspecify.annotations.NullMarked;
