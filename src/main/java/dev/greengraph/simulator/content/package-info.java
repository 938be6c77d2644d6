/**
 * What a message can say, in the upstream's own words: one factory method per wire shape.
 *
 * <p>Not here: who says it, when and in which chat ({@code simulator.world}). Written from the description of the wire
 * alone, without the gateway's reading of it, so that the one can prove the other. Entry class: {@link
 * dev.greengraph.simulator.content.Content}.
 */
@NullMarked
package dev.greengraph.simulator.content;

import org.jspecify.annotations.NullMarked;
