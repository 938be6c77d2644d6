package dev.greengraph.replica;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.greengraph.gate.shared.TimeSlots;
import dev.greengraph.observe.ReplicaMetrics;
import dev.greengraph.observe.ReplicaMetrics.Mode;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Which replicas there are, as heartbeats in Redis tell, and what follows from it when Redis is away: how many share the
 * budget, which part is ours, and when.
 *
 * <p>Replicas notice a loss and a return up to a check apart from each other. So after either, where there are others, nothing
 * is sent for that long and one space: a call of one that still shares, and of one that does not, never meet.
 */
final class Presence {

    /** Who has not been heard of for so long is gone. */
    private static final Duration GONE_AFTER = Duration.ofSeconds(5);
    /** How long more replicas than now are remembered: after a restart of Redis they come back one after the other. */
    private static final Duration REMEMBERED = Duration.ofMinutes(1);
    /** How much later than this one another replica may notice a loss or a return. */
    static final Duration NOTICED_WITHIN = Duration.ofMillis(1_500);

    private final String replica;
    private final String key;
    private final int expected;
    private final Clock clock;
    private final ReplicaMetrics metrics;
    /** What the replicas tell each other apart by; none before the first heartbeat. */
    private int number = -1;

    private TimeSlots slots;
    private Instant seenAt = Instant.MIN;
    private Duration serverAhead = Duration.ZERO;
    private boolean isShared;
    private boolean wasShared;
    private Instant changedAt;

    /**
     * Alone so far.
     *
     * @param replica the name of this one
     * @param key where replicas say that they are there
     * @param expected least number of replicas while Redis is away
     */
    Presence(String replica, String key, int expected, Clock clock, ReplicaMetrics metrics) {
        this.replica = replica;
        this.key = key;
        this.expected = expected;
        this.clock = clock;
        this.metrics = metrics;
        this.changedAt = clock.instant();
        metrics.works(Mode.ALONE);
        this.slots = new TimeSlots(expected, Math.floorMod(replica.hashCode(), expected));
    }

    /** The name of this replica. */
    String replica() {
        return replica;
    }

    /** Says that this replica is there. It writes, so that a server that only reads is not taken for one that can be used. */
    synchronized Request beat() {
        return BudgetScripts.BEAT.whole(
                List.of(key),
                List.of(
                        replica.getBytes(US_ASCII),
                        Long.toString(GONE_AFTER.toMillis()).getBytes(US_ASCII),
                        Integer.toString(number).getBytes(US_ASCII)));
    }

    /** Says that it is going. */
    synchronized Request goodbye() {
        return Request.cmd(Command.ZREM).arg(key).arg(replica + ":" + number);
    }

    /** The answer to a heartbeat. */
    synchronized void heard(Response reply) {
        Instant now = clock.instant();
        serverAhead = Duration.between(
                now, Instant.ofEpochMilli(Long.parseLong(reply.get(0).toString())));
        int numbers = Math.max(reply.get(1).toInteger(), expected);
        number = reply.get(2).toInteger();
        if (numbers >= slots.replicas() || seenAt.plus(REMEMBERED).isBefore(now)) {
            slots = new TimeSlots(numbers, number);
            seenAt = now;
            metrics.seen(slots.replicas());
        } else {
            slots = new TimeSlots(slots.replicas(), number);
        }
    }

    /** From now on this replica shares. Nothing was shared before its first connection: then it begins at once. */
    synchronized void joined() {
        changedAt = wasShared ? clock.instant() : Instant.MIN;
        isShared = true;
        metrics.works(Mode.SHARED);
        wasShared = true;
    }

    /** Redis is away from now on. */
    synchronized void left() {
        isShared = false;
        metrics.works(Mode.ALONE);
        changedAt = clock.instant();
    }

    synchronized boolean isShared() {
        return isShared;
    }

    /** How many replicas there are, as far as is known. */
    synchronized int replicas() {
        return slots.replicas();
    }

    /** How long nothing is sent, for calls that are that far apart. */
    synchronized Duration silence(Duration space) {
        if (slots.replicas() == 1 || changedAt.equals(Instant.MIN)) {
            return Duration.ZERO;
        }
        Duration rest =
                Duration.between(clock.instant(), changedAt.plus(NOTICED_WITHIN).plus(space));
        return rest.isNegative() ? Duration.ZERO : rest;
    }

    /** How long until our time comes, while Redis is away. */
    synchronized Duration untilOwnSlot(Duration space) {
        return slots.replicas() == 1
                ? Duration.ZERO
                : slots.waitFrom(clock.instant().plus(serverAhead), space);
    }

    /** Our part of the budget while Redis is away. */
    synchronized TimeSlots slots() {
        return slots;
    }
}
