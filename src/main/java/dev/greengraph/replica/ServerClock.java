package dev.greengraph.replica;

import java.time.Duration;
import java.time.Instant;

/**
 * What the clock of the server shows, as far as its replies tell: each was given between the question and the moment at which
 * the reply was read. A process that stood still in between learns little from it, and keeps what it knew.
 */
final class ServerClock {

    /** The server tells whole milliseconds. */
    private static final Duration TICK = Duration.ofMillis(1);
    /** How far two clocks may drift apart between two replies: a thousandth of a second in a second. */
    private static final Duration DRIFT = Duration.ofMillis(1);

    private Duration least = Duration.ZERO;
    private Duration most = Duration.ZERO;
    private boolean isKnown;

    /**
     * The server showed that time.
     *
     * @param asked by the own clock
     * @param read by the own clock
     */
    void read(Instant asked, Instant server, Instant read) {
        Duration low = Duration.between(read, server);
        Duration high = Duration.between(asked, server).plus(TICK);
        boolean isInLine = isKnown && low.compareTo(most.plus(DRIFT)) <= 0 && high.compareTo(least.minus(DRIFT)) >= 0;
        least = isInLine ? longer(low, least.minus(DRIFT)) : low;
        most = isInLine ? shorter(high, most.plus(DRIFT)) : high;
        isKnown = true;
    }

    /** What the server shows at that time of the own clock; the own one before it was asked. */
    Instant at(Instant own) {
        return own.plus(least.plus(most).dividedBy(2));
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
