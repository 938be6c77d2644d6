package dev.greengraph.live;

import static dev.greengraph.cache.window.WindowFixture.CHAT;
import static dev.greengraph.cache.window.WindowFixture.delivered;
import static dev.greengraph.cache.window.WindowFixture.rows;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.greengraph.cache.notified.NotifiedJournals.Trust;
import dev.greengraph.live.Change.Kind;
import dev.greengraph.upstream.row.MessageRow;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;

/**
 * An hour of an account at three replicas, whose readings are some seconds apart. A notification reaches one at once and the
 * others a moment later. Somebody who subscribes goes from one to another again and again, with the position that it has.
 */
class ReplicasHourPropertyTest {

    private static final List<String> STATES = List.of("sent", "delivered", "read");
    private static final int STEPS = 700;
    private static final Duration QUIET = Duration.ofMinutes(3);

    private final List<WatchedAccount> replicas = WatchedAccount.replicas(3, Trust.NONE, 10_000, new KeptHistories());
    private final WatchedAccount any = replicas.get(0);
    /** What the upstream knows. */
    private final Map<String, MessageRow> known = new LinkedHashMap<>();
    /** What one replica was told and the others hear soon. */
    private final List<Runnable> underWay = new ArrayList<>();

    private final Map<String, String> seen = new TreeMap<>();
    private @Nullable String position;
    private int added;

    @Property(tries = 15)
    void nothingIsMissingAndNothingIsToldTwice(@ForAll Random random) {
        new ReplicasHourPropertyTest().pass(random);
    }

    private void pass(Random random) {
        for (WatchedAccount replica : replicas) {
            subscribe(replica, null);
            any.clock.advance(Duration.ofMillis(random.nextInt(4_000)));
        }
        AssertSubscriber<Change> subscriber = subscribe(any, null);
        for (int step = 0; step < STEPS; step++) {
            underWay.forEach(Runnable::run);
            underWay.clear();
            if (random.nextInt(3) == 0) {
                send(random);
            }
            if (random.nextInt(2) == 0) {
                getFurther(random);
            }
            replicas.forEach(replica -> replica.outgoing = rows(known.values().toArray(MessageRow[]::new)));
            any.clock.advance(Duration.ofMillis(random.nextInt(8_000)));
            if (position != null && random.nextInt(10) == 0) {
                take(subscriber);
                subscriber.cancel();
                any.clock.advance(Duration.ofMillis(random.nextInt(50_000)));
                subscriber = subscribe(replicas.get(random.nextInt(replicas.size())), position);
            }
        }
        underWay.forEach(Runnable::run);
        any.clock.advance(QUIET);
        take(subscriber);

        Map<String, String> all = new TreeMap<>();
        known.forEach((id, row) -> all.put(id, row.statusMessage()));
        assertEquals(all, seen);
        assertEquals(known.size(), added, "each was added once");
    }

    private void send(Random random) {
        MessageRow row = delivered("M" + known.size(), any.clock.instant(), "sent");
        known.put(row.idMessage(), row);
        if (random.nextBoolean()) {
            tell(random, replica -> replica.notified.of(WatchedAccount.ID, true).message(row));
        }
    }

    private void getFurther(Random random) {
        MessageRow row = known.get("M" + random.nextInt(Math.max(1, known.size())));
        Instant now = any.clock.instant();
        int next = row == null ? STATES.size() : STATES.indexOf(row.statusMessage()) + 1;
        if (next < STATES.size() && now.getEpochSecond() > row.saidSeconds()) {
            String status = STATES.get(next);
            known.put(row.idMessage(), row.delivered(status, now.getEpochSecond()));
            if (random.nextBoolean()) {
                tell(
                        random,
                        replica -> replica.notified
                                .of(WatchedAccount.ID, true)
                                .delivery(CHAT, row.idMessage(), status, now.getEpochSecond()));
            }
        }
    }

    private interface Told {
        void by(WatchedAccount replica);
    }

    private void tell(Random random, Told told) {
        WatchedAccount soonest = replicas.get(random.nextInt(replicas.size()));
        replicas.forEach(replica -> {
            Runnable show = () -> {
                told.by(replica);
                replica.repository.showNotified();
                replica.feed.lookNow();
            };
            if (replica == soonest) {
                show.run();
            } else {
                underWay.add(show);
            }
        });
    }

    private static AssertSubscriber<Change> subscribe(WatchedAccount replica, @Nullable String after) {
        return Multi.createFrom()
                .publisher(replica.feed.changes(after, every -> true))
                .subscribe()
                .withSubscriber(AssertSubscriber.create(Long.MAX_VALUE));
    }

    private void take(AssertSubscriber<Change> subscriber) {
        for (Change change : new ArrayList<>(subscriber.getItems())) {
            assertNotEquals(Kind.MISSED, change.kind());
            MessageRow row = change.row();
            String before = seen.put(row.idMessage(), row.statusMessage());
            assertEquals(before == null, change.kind() == Kind.ADDED, row.idMessage());
            assertTrue(
                    before == null || STATES.indexOf(before) < STATES.indexOf(row.statusMessage()),
                    row.idMessage() + " was " + before + " and is " + row.statusMessage());
            position = change.position();
            added += before == null ? 1 : 0;
        }
    }
}
