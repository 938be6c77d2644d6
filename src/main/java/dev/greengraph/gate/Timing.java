package dev.greengraph.gate;

import java.time.Clock;

/**
 * The clock, and timers that run by it.
 *
 * @param clock the time of day
 * @param delay timers, by that clock
 */
public record Timing(Clock clock, Delay delay) {}
