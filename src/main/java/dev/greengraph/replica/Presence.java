package dev.greengraph.replica;

import dev.greengraph.gate.shared.Share;
import dev.greengraph.gate.shared.TimeSlots;
import dev.greengraph.observe.LogKey;
import dev.greengraph.observe.LogLine;
import dev.greengraph.observe.ReplicaMetrics;
import dev.greengraph.observe.ReplicaMetrics.Mode;
import dev.greengraph.replica.script.RedisScript;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Which replicas there are, as heartbeats in Redis tell, and what follows from it when Redis is away: how many share the
 * budget, which part is ours, and when.
 *
 * <p>The budget is parted, too, while some replica reaches Redis and does not share, since Redis is too slow for it or was lost
 * too often: it keeps to its time slots, so all do. The same if a replica went without a word and calls are refused for the rate
 * since: it is out of reach of Redis, not dead.
 *
 * <p>Replicas notice a loss and a return up to a check apart from each other. So after either, where there are others, nothing
 * is sent for that long and one space: a call of one that still shares, and of one that does not, never meet.
 */
final class Presence {

    private static final Logger LOG = Logger.getLogger(Presence.class);

    /** Who has not been heard of for so long, and did not say that it goes, is missing. */
    private static final Duration MISSING_AFTER = Duration.ofSeconds(5);
    /** How long it is known who is missing: it may be out of reach of Redis, and send in its time slots. */
    private static final Duration MISSED = Duration.ofHours(1);
    /** How long a refused call of ours counts: who sent the other one may not be known to be missing yet. */
    private static final Duration REFUSAL_COUNTS = MISSING_AFTER.multipliedBy(2);
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
    private Instant refusedAt = Instant.MIN;
    private final ServerClock server = new ServerClock();
    private boolean isShared;
    private boolean isParted;
    private boolean saysAlone;
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

    Clock clock() {
        return clock;
    }

    /** The name of this replica. */
    String replica() {
        return replica;
    }

    /** It begins to connect: until it may know of others it is as silent as after a loss. */
    synchronized void opened() {
        changedAt = clock.instant();
    }

    /** Where replicas say that they are there. */
    List<String> keys() {
        return List.of(key);
    }

    /**
     * The arguments of the heartbeat, which says that this replica is there. It writes, so that a server that only reads is not
     * taken for one that can be used. The others hear within {@link #NOTICED_WITHIN} that this one stays alone: until then it is
     * silent.
     *
     * @param staysAlone whether it does not share after it either
     */
    synchronized List<byte[]> beat(boolean staysAlone) {
        if (staysAlone && !saysAlone) {
            changedAt = clock.instant();
        }
        saysAlone = staysAlone;
        return RedisScript.arguments(
                replica,
                MISSING_AFTER.toMillis(),
                number,
                staysAlone ? "parted" : "",
                MISSED.toMillis(),
                refusedAt.plus(REFUSAL_COUNTS).isAfter(clock.instant()) ? "refused" : "",
                isShared ? 0 : slots.replicas(),
                REMEMBERED.toMillis());
    }

    /** The upstream refused a call for its rate, although it was sent when all agreed. */
    synchronized void refused() {
        refusedAt = clock.instant();
    }

    /** Says that it is going. */
    synchronized Request goodbye() {
        return Request.cmd(Command.ZREM).arg(key).arg(replica + ":" + number);
    }

    /**
     * The answer to a heartbeat.
     *
     * @param said when the heartbeat was
     */
    synchronized void heard(Response reply, Instant said) {
        Instant now = clock.instant();
        server.read(said, Instant.ofEpochMilli(Long.parseLong(reply.get(0).toString())), now);
        int numbers = Math.max(reply.get(1).toInteger(), expected);
        number = reply.get(2).toInteger();
        part(reply.get(3).toInteger() == 1, now);
        slots = new TimeSlots(numbers, number);
        metrics.seen(numbers);
    }

    private void part(boolean parted, Instant now) {
        if (isShared && parted != isParted) {
            changedAt = now;
            metrics.works(parted ? Mode.PARTED : Mode.SHARED);
            LogLine.of(parted ? "another replica does not share, the budget is parted" : "the budget is shared again")
                    .with(LogKey.REPLICAS, slots.replicas())
                    .to(LOG, Logger.Level.INFO);
        }
        isParted = parted;
    }

    /** From now on this replica shares. Nothing was shared before its first connection: then it begins at once. */
    synchronized void joined() {
        changedAt = wasShared ? clock.instant() : Instant.MIN;
        isShared = true;
        metrics.works(isParted ? Mode.PARTED : Mode.SHARED);
        wasShared = true;
    }

    /** Redis is away from now on. */
    synchronized void left() {
        isShared = false;
        metrics.works(Mode.ALONE);
        changedAt = clock.instant();
    }

    /** Whether the budget is that of all: Redis is there, and no replica is known to do without it. */
    synchronized boolean isBudgetShared() {
        return isShared && !isParted;
    }

    /** Our part of the budget. */
    synchronized Share share(Duration space) {
        if (slots.replicas() == 1) {
            return Share.ALL;
        }
        return isBudgetShared() ? new Share(1, slots.replicas()) : slots.share(space);
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

    /** How long until our time comes, while the budget is parted. */
    synchronized Duration untilOwnSlot(Duration space) {
        return slots.replicas() == 1 ? Duration.ZERO : slots.waitFrom(server.at(clock.instant()), space);
    }

    /** When our calls are sent while the budget is parted. */
    synchronized TimeSlots slots() {
        return slots;
    }
}
