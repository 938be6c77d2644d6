package dev.greengraph.journal;

import jakarta.enterprise.context.Dependent;
import java.time.Clock;

/**
 * Tells the time and lets it pass.
 *
 * @param clock what time it is
 * @param delay waits, in the time of that clock
 */
@Dependent
record JournalTime(Clock clock, Delay delay) {}
