/**
 * The files behind the media addresses that the simulator gives out: one small real file of each type.
 *
 * <p>Entry class: {@link dev.greengraph.simulator.media.SampleFiles}.
 */
@NullMarked
package dev.greengraph.simulator.media;

import org.jspecify.annotations.NullMarked;
