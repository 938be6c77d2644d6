package dev.greengraph.gate;

import java.time.Clock;

/**
 * Tells the time and lets it pass.
 *
 * @param clock what time it is
 * @param delay waits, in the time of that clock
 */
public record Timing(Clock clock, Delay delay) {}
