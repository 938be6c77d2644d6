package dev.greengraph.replica;

import dev.greengraph.cache.shared.Turn;
import dev.greengraph.gate.Delay;
import dev.greengraph.replica.script.RedisScript;
import io.smallrye.mutiny.subscription.Cancellable;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The turns that this replica has. Each is renewed until it ends, since its call may wait at the gate for longer than the call
 * itself may take. If the replica dies or its connection is lost, the turn ends one lease after it was last renewed.
 */
final class Turns {

    /** So often in a lease: a process that stands still for less than the rest of it keeps its turns. */
    private static final int RENEWALS = 4;
    /** No call waits for as long as sixty leases: what still renews its turn then was forgotten. */
    private static final int MOST_RENEWALS = 60 * RENEWALS;

    private final Scripts scripts;
    private final Delay delay;
    private final String replica;
    private final Duration lease;
    private final AtomicLong count = new AtomicLong();
    private final Map<Turn, Cancellable> renewals = new ConcurrentHashMap<>();

    /**
     * @param replica the name of this one; no other has it
     * @param lease how long a turn lasts unless it is renewed
     */
    Turns(Scripts scripts, Delay delay, String replica, Duration lease) {
        this.scripts = scripts;
        this.delay = delay;
        this.replica = replica;
        this.lease = lease;
    }

    /** A turn that nobody has yet. */
    Turn next() {
        return new Turn(replica + ":" + count.incrementAndGet());
    }

    /**
     * This replica has it from now on.
     *
     * @param name where it is kept in Redis
     */
    void taken(Turn turn, String name) {
        List<byte[]> terms = RedisScript.arguments(turn.name(), lease.toMillis());
        Cancellable renewal = delay.of(lease.dividedBy(RENEWALS))
                .chain(() -> scripts.run(RedisScript.PROLONG, List.of(name), terms))
                .replaceWith(turn)
                .repeat()
                .atMost(MOST_RENEWALS)
                .subscribe()
                .with(renewed -> {}, away -> renewals.remove(turn));
        renewals.put(turn, renewal);
    }

    /** It is not renewed any more. */
    void ended(Turn turn) {
        Cancellable renewal = renewals.remove(turn);
        if (renewal != null) {
            renewal.cancel();
        }
    }
}
