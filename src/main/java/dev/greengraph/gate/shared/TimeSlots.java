package dev.greengraph.gate.shared;

import java.time.Duration;
import java.time.Instant;

/**
 * Times at which replicas send that cannot ask each other: time is cut into slots, and each replica sends at the beginning of
 * its own ones. A slot is longer than the space between two calls by what timers and the network may differ.
 *
 * @param replicas how many there are
 * @param own the number of this one, from zero
 */
public record TimeSlots(int replicas, int own) {

    private static final Duration LEAST_MARGIN = Duration.ofMillis(25);

    /** How long one slot is for calls that are that far apart. */
    public static Duration slot(Duration space) {
        return space.plus(margin(space)).plus(margin(space));
    }

    private static Duration margin(Duration space) {
        return space.dividedBy(8).plus(LEAST_MARGIN);
    }

    /** The part of the budget that each has. */
    public Share share(Duration space) {
        double stretch = (double) slot(space).multipliedBy(replicas).toNanos() / space.toNanos();
        return new Share(stretch, (int) Math.ceil(stretch));
    }

    /**
     * How long until this replica may send; zero during the first part of its slot.
     *
     * @param now by a clock that all replicas share
     */
    public Duration waitFrom(Instant now, Duration space) {
        long slot = Math.max(1, slot(space).toMillis());
        long round = slot * replicas;
        long sinceBeginning = Math.floorMod(now.toEpochMilli() - own * slot, round);
        return sinceBeginning < margin(space).toMillis() ? Duration.ZERO : Duration.ofMillis(round - sinceBeginning);
    }
}
