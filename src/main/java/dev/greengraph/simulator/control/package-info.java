/**
 * The simulator's own paths below {@code /_simulator/}, which no upstream has: counts, faults, the clock, messages,
 * deliveries, recordings.
 *
 * <p>Entry class: {@link dev.greengraph.simulator.control.ControlRoutes}.
 */
@NullMarked
package dev.greengraph.simulator.control;

import org.jspecify.annotations.NullMarked;
