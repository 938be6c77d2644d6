/**
 * May one endpoint of one account be asked now: spacing, FIFO queue, circuit breaker, cooldowns.
 *
 * <p>Plain Java: no CDI, no Vert.x, no wall clock. Entry class: {@link dev.greengraph.gate.EndpointGate}.
 */
@NullMarked
package dev.greengraph.gate;

import org.jspecify.annotations.NullMarked;
