package dev.greengraph.live;

import static dev.greengraph.cache.window.WindowFixture.delivered;
import static dev.greengraph.cache.window.WindowFixture.row;
import static dev.greengraph.cache.window.WindowFixture.rows;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.greengraph.cache.notified.NotifiedJournals.Trust;
import dev.greengraph.upstream.row.MessageRow;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ChangeFeedTest {

    private final WatchedAccount account = new WatchedAccount(Trust.NONE, 3);

    @Test
    void tellsWhatCameSinceSomebodySubscribes() {
        account.outgoing = rows(row("A", account.clock.instant()));
        AssertSubscriber<String> subscriber = subscribe(null);

        account.outgoing = rows(row("B", account.clock.instant()), row("A", account.clock.instant()));
        account.clock.advance(WatchedAccount.NO_LONGER_FRESH);

        assertEquals(List.of("ADDED B"), subscriber.getItems());
    }

    @Test
    void tellsAReceipt() {
        account.outgoing = rows(delivered("A", account.clock.instant(), "sent"));
        AssertSubscriber<String> subscriber = subscribe(null);

        account.outgoing = rows(delivered("A", account.clock.instant().plusSeconds(2), "read"));
        account.clock.advance(WatchedAccount.NO_LONGER_FRESH);

        assertEquals(List.of("CHANGED A"), subscriber.getItems());
    }

    @Test
    void asksForManySubscribersAsOftenAsForOne() {
        List<AssertSubscriber<String>> all =
                IntStream.range(0, 1_000).mapToObj(i -> subscribe(null)).toList();
        account.outgoing = rows(row("A", account.clock.instant()));

        IntStream.range(0, 4).forEach(i -> account.clock.advance(WatchedAccount.NO_LONGER_FRESH));

        assertEquals(
                Map.of("lastIncomingMessages", 5L, "lastOutgoingMessages", 5L),
                account.calls.stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting())));
        all.forEach(subscriber -> assertEquals(List.of("ADDED A"), subscriber.getItems()));
    }

    @Test
    void goesOnFromWhereASubscriberWas() {
        AssertSubscriber<String> first = subscribe(null);
        account.outgoing = rows(row("A", account.clock.instant()));
        account.clock.advance(WatchedAccount.NO_LONGER_FRESH);
        String position = positions.get(0);
        first.cancel();
        account.outgoing = rows(row("B", account.clock.instant()), row("A", account.clock.instant()));
        account.clock.advance(WatchedAccount.NO_LONGER_FRESH);

        assertEquals(List.of("ADDED B"), subscribe(position).getItems());
    }

    @Test
    void refusesWhatIsNoPosition() {
        for (String none :
                List.of("", "1", "another.1", "0123456789abcdef", "0123456789abcdef.-1", "0123456789ABCDEF.1")) {
            assertThrows(UnknownPosition.class, () -> account.feed.changes(none, every -> true), none);
        }
    }

    @Test
    void tellsWhoComesWithAPositionThatItDoesNotKnowThatChangesWereMissedAndGoesOn() {
        AssertSubscriber<String> subscriber = subscribe("0123456789abcdef.1");
        account.outgoing = rows(row("A", account.clock.instant()));
        account.clock.advance(WatchedAccount.NO_LONGER_FRESH);

        assertEquals(List.of("MISSED", "ADDED A"), subscriber.getItems());
        assertEquals(List.of("ADDED A"), subscribe(positions.get(0)).getItems());
    }

    @Test
    void tellsWhoWasAwayForTooManyChangesThatTheyWereMissed() {
        subscribe(null);
        add("A");
        String first = positions.get(0);
        List.of("B", "C", "D").forEach(this::add);

        assertEquals(List.of("ADDED B", "ADDED C", "ADDED D"), subscribe(first).getItems());
        add("E");
        assertEquals(List.of("MISSED"), subscribe(first).getItems());
    }

    private void add(String id) {
        List<MessageRow> more = new ArrayList<>(account.outgoing.rows());
        more.add(row(id, account.clock.instant()));
        account.outgoing = rows(more.toArray(MessageRow[]::new));
        account.clock.advance(WatchedAccount.NO_LONGER_FRESH);
    }

    @Test
    void asksNothingSomeTimeAfterTheLastOneHasLeft() {
        subscribe(null).cancel();
        account.clock.advance(Duration.ofMinutes(2));
        account.calls.clear();

        account.clock.advance(Duration.ofMinutes(10));

        assertEquals(List.of(), account.calls);
        assertEquals(0, account.delay.pending());
    }

    private final List<String> positions = new ArrayList<>();

    private AssertSubscriber<String> subscribe(@Nullable String after) {
        return Multi.createFrom()
                .publisher(account.feed.changes(after, every -> true))
                .invoke(change -> positions.add(change.position()))
                .map(change -> change.row() == null
                        ? change.kind().name()
                        : change.kind() + " " + change.row().idMessage())
                .subscribe()
                .withSubscriber(AssertSubscriber.create(Long.MAX_VALUE));
    }
}
