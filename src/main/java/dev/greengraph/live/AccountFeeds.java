package dev.greengraph.live;

import dev.greengraph.account.AccountId;
import dev.greengraph.cache.AccountRepository;
import dev.greengraph.gate.GateState;
import dev.greengraph.gate.Timing;
import dev.greengraph.gate.breaker.LastFailure;
import dev.greengraph.runtime.AccountRepositories;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.operators.multi.processors.BroadcastProcessor;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Tells that an account itself may be other than before: the upstream told so, or an endpoint failed or works again. An
 * event holds nothing but that, so a slow subscriber needs only the last one.
 */
@Singleton
public class AccountFeeds {

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);

    private final Function<AccountId, AccountRepository> repositories;
    private final Timing time;
    private final Map<AccountId, Feed> feeds = new ConcurrentHashMap<>();

    private record Feed(BroadcastProcessor<AccountId> told, Multi<AccountId> seen) {}

    @Inject
    AccountFeeds(AccountRepositories repositories, Timing time) {
        this(repositories::of, time);
    }

    AccountFeeds(Function<AccountId, AccountRepository> repositories, Timing time) {
        this.repositories = repositories;
        this.time = time;
    }

    /** The account each time it may have changed, until the subscriber leaves. */
    public Multi<AccountId> changes(AccountId account) {
        Feed feed = feeds.computeIfAbsent(account, this::feed);
        return Multi.createBy()
                .merging()
                .streams(feed.told, feed.seen)
                .onOverflow()
                .dropPreviousItems();
    }

    /** The upstream told something of the account. */
    public void tell(AccountId account) {
        Feed feed = feeds.get(account);
        if (feed != null) {
            feed.told.onNext(account);
        }
    }

    /** All subscribers of an account share one look at its endpoints, which costs no call. */
    private Feed feed(AccountId account) {
        AccountRepository repository = repositories.apply(account);
        Multi<AccountId> seen = Multi.createBy()
                .concatenating()
                .streams(
                        Multi.createFrom().item(() -> health(repository)),
                        Multi.createBy()
                                .repeating()
                                .uni(() -> time.delay().of(BETWEEN_LOOKS).map(passed -> health(repository)))
                                .indefinitely())
                .skip()
                .repetitions()
                .skip()
                .first()
                .map(changed -> account)
                .broadcast()
                .withCancellationAfterLastSubscriberDeparture()
                .toAtLeast(1);
        return new Feed(BroadcastProcessor.create(), seen);
    }

    /** Of each endpoint how it failed last, and whether it has answered since. */
    private static List<String> health(AccountRepository repository) {
        return repository.endpoints().stream().map(AccountFeeds::health).toList();
    }

    private static String health(GateState state) {
        LastFailure failure = state.lastFailure();
        Instant answer = state.lastAnswerAt();
        return failure == null ? "" : failure + " " + (answer != null && answer.isAfter(failure.at()));
    }
}
