/**
 * Fault injection: the kinds of faults, the active ones, and their form on the wire.
 *
 * <p>Entry classes: {@link dev.greengraph.simulator.fault.Faults} and {@link
 * dev.greengraph.simulator.fault.FaultyReply}.
 */
@NullMarked
package dev.greengraph.simulator.fault;

import org.jspecify.annotations.NullMarked;
