/**
 * The files behind the media addresses that the simulator gives out: one small real file of each type, and
 * how they fail.
 *
 * <p>Entry class: {@link dev.greengraph.simulator.media.Storage}.
 */
@NullMarked
package dev.greengraph.simulator.media;

import org.jspecify.annotations.NullMarked;
