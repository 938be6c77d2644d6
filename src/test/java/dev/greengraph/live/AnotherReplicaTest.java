package dev.greengraph.live;

import static dev.greengraph.cache.window.WindowFixture.OTHER_CHAT;
import static dev.greengraph.cache.window.WindowFixture.delivered;
import static dev.greengraph.cache.window.WindowFixture.row;
import static dev.greengraph.cache.window.WindowFixture.rows;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.greengraph.cache.notified.NotifiedJournals.Trust;
import dev.greengraph.upstream.row.MessageRow;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A subscriber who comes back to another replica. */
class AnotherReplicaTest {

    private static final int HISTORY = 5;
    private static final Predicate<MessageRow> ALL = every -> true;

    private final KeptHistories shared = new KeptHistories();
    private final List<WatchedAccount> replicas = WatchedAccount.replicas(3, Trust.NONE, HISTORY, shared);
    private final WatchedAccount first = replicas.get(0);
    private final WatchedAccount second = replicas.get(1);
    private final WatchedAccount third = replicas.get(2);
    private final List<Change> told = new ArrayList<>();
    private final List<MessageRow> journal = new ArrayList<>();

    @Test
    void goesOnWhereItWas() {
        AssertSubscriber<String> subscriber = subscribe(first, null, ALL);
        send("A", "sent");
        pass();
        send("B", "sent");
        send("C", "sent");
        pass();
        subscriber.cancel();
        send("A", "read");
        send("D", "sent");
        pass();

        assertEquals(List.of("ADDED A", "ADDED B", "ADDED C"), subscriber.getItems());
        AssertSubscriber<String> next = subscribe(second, last(), ALL);
        assertEquals(List.of("ADDED D", "CHANGED A"), sorted(next));
        send("E", "sent");
        pass();
        assertEquals(3, next.getItems().size());
        assertEquals(List.of(), subscribe(third, last(), ALL).getItems());
    }

    @Test
    void goesOnFromAnyOfTheLastChanges() {
        subscribe(first, null, ALL);
        List.of("A", "B", "C", "D", "E", "F").forEach(id -> {
            send(id, "sent");
            pass();
        });

        for (int i = 0; i <= HISTORY; i++) {
            String position = told.get(i).position();
            List<String> rest = List.of("A", "B", "C", "D", "E", "F").subList(i + 1, 6).stream()
                    .map(id -> "ADDED " + id)
                    .toList();
            assertEquals(rest, subscribe(second, position, ALL).getItems());
        }
        send("G", "sent");
        pass();
        assertEquals(
                List.of("MISSED"),
                subscribe(second, told.get(0).position(), ALL).getItems());
    }

    @Test
    void isNotToldAgainWhatTheOtherReplicaKnewSooner() {
        AssertSubscriber<String> other = subscribe(second, null, ALL);
        first.clock.advance(Duration.ofSeconds(3));
        AssertSubscriber<String> subscriber = subscribe(first, null, ALL);
        first.clock.advance(Duration.ofSeconds(3));
        send("A", "sent");
        first.clock.advance(Duration.ofMillis(2_002));
        assertEquals(List.of("ADDED A"), subscriber.getItems());
        assertEquals(List.of(), other.getItems());

        AssertSubscriber<String> next = subscribe(second, last(), ALL);
        send("B", "sent");
        pass();
        pass();

        assertEquals(List.of("ADDED B"), next.getItems());
    }

    @Test
    void isToldThatChangesWereMissedWhereTheOtherOneKnewWhatIsNeverKnownHere() {
        subscribe(first, null, ALL);
        first.outgoing = rows(row("A", first.clock.instant()));
        pass();

        AssertSubscriber<String> next = subscribe(second, last(), ALL);
        IntStream.range(0, 4).forEach(i -> pass());

        assertEquals(List.of("MISSED"), next.getItems());
    }

    @Test
    void waitsForWhatItWasToldLastToBeKept() {
        subscribe(first, null, ALL);
        send("A", "sent");
        pass();
        first.notified.of(WatchedAccount.ID, true).message(row("B", first.clock.instant()));
        first.repository.showNotified();
        first.feed.lookNow();
        assertEquals("B", told.get(1).row().idMessage());
        send("B", null);

        AssertSubscriber<String> next = subscribe(second, last(), ALL);
        assertEquals(List.of(), next.getItems());
        first.clock.advance(Watch.BETWEEN_STATES);
        send("C", "sent");
        pass();

        assertEquals(List.of("ADDED C"), next.getItems());
    }

    @Test
    void goesOnAfterTheLastOneThatItWanted() {
        subscribe(first, null, ALL);
        send("A", "sent");
        pass();
        String position = last();
        journal.add(row("B", OTHER_CHAT, first.clock.instant().minusSeconds(1)));
        send("C", "sent");
        pass();
        told.clear();

        subscribe(second, position, row -> row.chat().equals(OTHER_CHAT));
        assertEquals(1, told.size());
        assertEquals(List.of(), subscribe(third, last(), ALL).getItems());
    }

    @Test
    void isToldThatChangesWereMissedIfTheConnectionBrokeAmongThoseThatWereToldTogether() {
        subscribe(first, null, ALL);
        send("A", "sent");
        pass();
        String position = last();
        send("B", "sent");
        send("C", "sent");
        pass();
        told.clear();
        subscribe(second, position, ALL, 1);
        String among = last();

        assertEquals(List.of("MISSED"), subscribe(third, among, ALL).getItems());
        assertEquals(List.of("MISSED"), subscribe(second, among, ALL).getItems());
    }

    @Test
    void isToldThatChangesWereMissedWhileNothingIsShared() {
        AssertSubscriber<String> subscriber = subscribe(first, null, ALL);
        shared.isAway = true;
        send("A", "sent");
        pass();
        assertEquals(List.of("ADDED A"), subscriber.getItems());
        assertEquals(List.of("MISSED"), subscribe(second, last(), ALL).getItems());

        shared.isAway = false;
        send("B", "sent");
        pass();
        String position = last();
        send("C", "sent");
        pass();
        assertEquals(List.of("ADDED C"), subscribe(third, position, ALL).getItems());
    }

    @Test
    void isKeptWhileNothingChanges() {
        subscribe(first, null, ALL);
        send("A", "sent");
        pass();
        IntStream.range(0, 200).forEach(i -> pass());

        assertEquals(5, shared.keeps, "at the first reading, with the change, and every five minutes");
        assertEquals(List.of(), subscribe(second, last(), ALL).getItems());
    }

    @Test
    void manyWhoComeAtOnceShareOneLook() {
        subscribe(first, null, ALL);
        send("A", "sent");
        pass();
        String position = last();

        List<AssertSubscriber<String>> all = IntStream.range(0, 1_000)
                .mapToObj(i -> subscribe(second, position, ALL))
                .toList();
        send("B", "sent");
        pass();

        assertEquals(1, shared.finds);
        all.forEach(subscriber -> assertEquals(List.of("ADDED B"), subscriber.getItems()));
        assertEquals(4, second.calls.size(), "two readings of two journals");
    }

    private String last() {
        return told.get(told.size() - 1).position();
    }

    /** The upstream's journal; every replica asks the same one. */
    private void send(String id, @Nullable String status) {
        Instant now = first.clock.instant();
        boolean isThere = journal.stream().anyMatch(row -> row.idMessage().equals(id));
        if (isThere) {
            journal.replaceAll(
                    row -> row.idMessage().equals(id) ? row.delivered(status, now.getEpochSecond() + 2) : row);
        } else {
            journal.add(status == null ? row(id, now) : delivered(id, now, status));
        }
        replicas.forEach(replica -> replica.outgoing = rows(journal.toArray(MessageRow[]::new)));
    }

    private void pass() {
        first.clock.advance(WatchedAccount.NO_LONGER_FRESH);
    }

    private static List<String> sorted(AssertSubscriber<String> subscriber) {
        return subscriber.getItems().stream().sorted().toList();
    }

    private AssertSubscriber<String> subscribe(
            WatchedAccount replica, @Nullable String after, Predicate<MessageRow> wanted) {
        return subscribe(replica, after, wanted, Long.MAX_VALUE);
    }

    private AssertSubscriber<String> subscribe(
            WatchedAccount replica, @Nullable String after, Predicate<MessageRow> wanted, long requested) {
        return Multi.createFrom()
                .publisher(replica.feed.changes(after, wanted))
                .invoke(told::add)
                .map(change -> change.row() == null
                        ? change.kind().name()
                        : change.kind() + " " + change.row().idMessage())
                .subscribe()
                .withSubscriber(AssertSubscriber.create(requested));
    }
}
