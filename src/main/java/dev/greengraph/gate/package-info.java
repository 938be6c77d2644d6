/**
 * Whether and when one endpoint of one account may be asked: FIFO queue, circuit breaker, cooldowns; the arithmetic of slots is in {@code
 * gate.budget}.
 *
 * <p>Plain Java: no CDI, no Vert.x, no wall clock. Entry class: {@link dev.greengraph.gate.EndpointGate}.
 */
@NullMarked
package dev.greengraph.gate;

import org.jspecify.annotations.NullMarked;
