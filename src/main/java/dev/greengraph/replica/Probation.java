package dev.greengraph.replica;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * How often in a row a Redis that was lost must answer a heartbeat in time before it is used again. Once is enough, unless it
 * is lost again soon: a server that is slow now and then would be lost and found all the time, and after either nothing is sent
 * for a while.
 */
final class Probation {

    /** A loss that soon after a return doubles what is wanted. */
    static final Duration SOON = Duration.ofMinutes(1);
    /** Half a minute of heartbeats. */
    static final int MOST_BEATS = 32;
    /** A process that has just started may be slow itself; the silence in which it starts lasts for two heartbeats. */
    static final int LATE_AT_START = 2;

    private final Clock clock;
    private Instant returnedAt = Instant.MIN;
    private boolean wasUsed;
    private int late;
    private int wanted = 1;
    private int answered;

    /** The first connection is used at once. */
    Probation(Clock clock) {
        this.clock = clock;
    }

    /** A heartbeat was answered in time. Returns whether that was often enough. */
    synchronized boolean answered() {
        late = 0;
        answered++;
        boolean isOver = answered >= wanted;
        if (isOver) {
            returnedAt = wasUsed ? clock.instant() : Instant.MIN;
            wasUsed = true;
        }
        return isOver;
    }

    /** A heartbeat was late, or the connection broke. */
    synchronized void failed() {
        late++;
        answered = 0;
    }

    /** A server that was in use is lost. */
    synchronized void lost() {
        boolean isSoon = Duration.between(returnedAt, clock.instant()).compareTo(SOON) < 0;
        wanted = isSoon ? Math.min(2 * wanted, MOST_BEATS) : 1;
        answered = 0;
    }

    /** Whether the server will not be used after the next heartbeat either, as far as can be foreseen. */
    synchronized boolean goesOn() {
        return late >= (wasUsed ? 1 : LATE_AT_START) || answered + 1 < wanted;
    }
}
