package dev.greengraph.live;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.greengraph.account.AccountId;
import dev.greengraph.cache.notified.NotifiedJournals.Trust;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What is told of an account itself. */
class AccountFeedsTest {

    /** Between two looks at the endpoints. */
    private static final Duration LOOK = Duration.ofSeconds(2);

    private final WatchedAccount account = new WatchedAccount(Trust.NONE, 10);
    private final AccountFeeds feeds = new AccountFeeds(id -> account.repository, account.time);

    @Test
    void tellsWhatTheUpstreamTold() {
        AssertSubscriber<AccountId> first = subscribe(Long.MAX_VALUE);
        AssertSubscriber<AccountId> second = subscribe(Long.MAX_VALUE);

        feeds.tell(WatchedAccount.ID);
        feeds.tell(new AccountId("another"));

        assertEquals(1, first.getItems().size());
        assertEquals(1, second.getItems().size());
    }

    @Test
    void tellsOnceThatAnEndpointFailsAndOnceThatItWorks() {
        AssertSubscriber<AccountId> subscriber = subscribe(Long.MAX_VALUE);

        ask(true);
        account.clock.advance(LOOK.multipliedBy(10));
        assertEquals(1, subscriber.getItems().size());

        ask(false);
        account.clock.advance(LOOK.multipliedBy(10));
        assertEquals(2, subscriber.getItems().size());
    }

    @Test
    void looksOnceForAllAndStartsNoCall() {
        for (int i = 0; i < 100; i++) {
            subscribe(Long.MAX_VALUE);
        }

        account.clock.advance(LOOK.multipliedBy(10));

        assertEquals(0, account.calls.size());
        assertEquals(1, account.delay.pending());
    }

    @Test
    void aSlowSubscriberGetsTheLastOnly() {
        AssertSubscriber<AccountId> slow = subscribe(0);
        for (int i = 0; i < 1_000; i++) {
            feeds.tell(WatchedAccount.ID);
        }

        slow.request(Long.MAX_VALUE);

        assertEquals(1, slow.getItems().size());
    }

    @Test
    void looksNoMoreWhenTheLastHasLeftAndAgainForTheNext() {
        subscribe(Long.MAX_VALUE).cancel();
        account.clock.advance(LOOK);
        assertEquals(0, account.delay.pending());

        AssertSubscriber<AccountId> next = subscribe(Long.MAX_VALUE);
        ask(true);
        account.clock.advance(LOOK);
        feeds.tell(WatchedAccount.ID);

        assertEquals(2, next.getItems().size());
    }

    private AssertSubscriber<AccountId> subscribe(long requested) {
        return feeds.changes(WatchedAccount.ID).subscribe().withSubscriber(AssertSubscriber.create(requested));
    }

    /** A call whose answer is no longer fresh at the next one. */
    private void ask(boolean isFailing) {
        account.clock.advance(Duration.ofMinutes(1));
        account.isFailing = isFailing;
        account.repository.incoming(60).uni().subscribe().with(answer -> {}, failure -> {});
    }
}
