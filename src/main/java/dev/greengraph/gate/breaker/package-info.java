/**
 * Keeps calls away from an endpoint that fails or refuses them: circuit breaker and cooldowns, by what the upstream answered.
 *
 * <p>Plain Java, no timers: it says whether a call may be sent now, and else until when not. Entry class: {@link
 * dev.greengraph.gate.breaker.EndpointAvailability}.
 */
@NullMarked
package dev.greengraph.gate.breaker;

import org.jspecify.annotations.NullMarked;
