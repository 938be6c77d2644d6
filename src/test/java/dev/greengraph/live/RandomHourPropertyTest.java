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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;

/**
 * An hour of an account in which messages are sent and get further. Some are told by notifications, sooner than the journal has
 * them, twice, or never; the journal has each after two minutes at most. Somebody who subscribes leaves and comes back with a position.
 */
class RandomHourPropertyTest {

    private static final List<String> STATES = List.of("sent", "delivered", "read");
    private static final Duration STEP = Duration.ofSeconds(7);
    private static final int STEPS = 500;
    private static final Duration LATEST = Duration.ofMinutes(2);

    private final WatchedAccount account =
            new WatchedAccount(new Trust(Duration.ofMinutes(1), Duration.ofMinutes(5)), 10_000);
    /** What the upstream knows, and from when on its journal shows it. */
    private final Map<String, MessageRow> known = new LinkedHashMap<>();

    private final Map<String, java.time.Instant> shownFrom = new HashMap<>();
    private final Map<String, String> seen = new TreeMap<>();
    private @Nullable String position;
    private int added;

    @Property(tries = 30)
    void theEventsAreTheDifferenceOfTwoFullReadings(@ForAll Random random) {
        new RandomHourPropertyTest().pass(random);
    }

    private void pass(Random random) {
        for (int i = 0; i < 20; i++) {
            send(random, true);
        }
        account.clock.advance(LATEST);
        publish();
        Map<String, String> before = reading();
        seen.putAll(before);
        AssertSubscriber<Change> subscriber = subscribe();

        for (int step = 0; step < STEPS; step++) {
            if (random.nextInt(3) == 0) {
                send(random, false);
            }
            if (random.nextInt(2) == 0) {
                getFurther(random);
            }
            publish();
            account.clock.advance(STEP);
            if (random.nextInt(20) == 0) {
                take(subscriber);
                subscriber.cancel();
                account.clock.advance(Duration.ofSeconds(random.nextInt(50)));
                subscriber = subscribe();
            }
        }
        account.clock.advance(LATEST);
        publish();
        account.clock.advance(Duration.ofMinutes(3));
        take(subscriber);

        assertNotEquals(before, reading());
        assertEquals(reading(), seen);
        assertEquals(known.size() - 20, added, "each was added once");
    }

    private void send(Random random, boolean isSilent) {
        String id = "M" + known.size();
        MessageRow row = delivered(id, account.clock.instant(), "sent");
        known.put(id, row);
        shownFrom.put(id, account.clock.instant().plusSeconds(isSilent ? 0 : random.nextInt((int) LATEST.toSeconds())));
        for (int times = isSilent ? 0 : random.nextInt(3); times > 0; times--) {
            account.notified.of(WatchedAccount.ID, true).message(row);
            show();
        }
    }

    private void getFurther(Random random) {
        String id = "M" + random.nextInt(known.size());
        MessageRow row = known.get(id);
        int next = STATES.indexOf(row.statusMessage()) + 1;
        if (next < STATES.size() && account.clock.instant().getEpochSecond() > row.saidSeconds()) {
            long now = account.clock.instant().getEpochSecond();
            known.put(id, row.delivered(STATES.get(next), now));
            if (random.nextBoolean()) {
                account.notified.of(WatchedAccount.ID, true).delivery(CHAT, id, STATES.get(next), now);
                show();
            }
        }
    }

    private void show() {
        account.repository.showNotified();
        account.feed.lookNow();
    }

    private void publish() {
        account.outgoing = rows(known.entrySet().stream()
                .filter(entry -> !shownFrom.get(entry.getKey()).isAfter(account.clock.instant()))
                .map(Map.Entry::getValue)
                .toArray(MessageRow[]::new));
    }

    private Map<String, String> reading() {
        Map<String, String> reading = new TreeMap<>();
        account.outgoing.rows().forEach(row -> reading.put(row.idMessage(), row.statusMessage()));
        return reading;
    }

    private AssertSubscriber<Change> subscribe() {
        return Multi.createFrom()
                .publisher(account.feed.changes(position, every -> true))
                .subscribe()
                .withSubscriber(AssertSubscriber.create(Long.MAX_VALUE));
    }

    private void take(AssertSubscriber<Change> subscriber) {
        for (Change change : new ArrayList<>(subscriber.getItems())) {
            assertNotEquals(Kind.MISSED, change.kind());
            MessageRow row = change.row();
            boolean isNew = seen.put(row.idMessage(), row.statusMessage()) == null;
            assertEquals(isNew, change.kind() == Kind.ADDED, row.idMessage());
            assertTrue(position == null || !position.equals(change.position()));
            position = change.position();
            added += isNew ? 1 : 0;
        }
    }
}
