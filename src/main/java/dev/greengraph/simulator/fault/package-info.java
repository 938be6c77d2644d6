/**
 * Failures on demand: what can be asked for, what is currently asked for, and how each looks on the wire.
 *
 * <p>Entry classes: {@link dev.greengraph.simulator.fault.Faults} and {@link
 * dev.greengraph.simulator.fault.FaultyReply}.
 */
@NullMarked
package dev.greengraph.simulator.fault;

import org.jspecify.annotations.NullMarked;
