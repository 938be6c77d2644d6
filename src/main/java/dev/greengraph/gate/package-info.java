/**
 * Whether and when one endpoint of one account may be asked: admission of its calls. {@code gate.budget} has the slots, {@code
 * gate.turn} the order, {@code gate.breaker} the circuit breaker and the cooldowns.
 *
 * <p>Plain Java: no CDI, no Vert.x, no wall clock. Entry class: {@link dev.greengraph.gate.EndpointGate}.
 */
@NullMarked
package dev.greengraph.gate;

import org.jspecify.annotations.NullMarked;
