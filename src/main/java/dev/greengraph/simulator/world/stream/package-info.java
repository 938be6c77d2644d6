/**
 * What is generated from a seed: everyday messages, one long history, statuses of contacts.
 *
 * <p>Entry class: {@link dev.greengraph.simulator.world.stream.Arrivals}.
 */
@NullMarked
package dev.greengraph.simulator.world.stream;

import org.jspecify.annotations.NullMarked;
