package dev.greengraph.live;

import dev.greengraph.account.AccountId;
import dev.greengraph.cache.freshness.CacheConfig;
import dev.greengraph.cache.freshness.FreshnessDemand;
import dev.greengraph.cache.freshness.FreshnessDemand.Otherwise;
import dev.greengraph.cache.freshness.FreshnessRules;
import dev.greengraph.gate.Timing;
import dev.greengraph.live.history.SharedHistories;
import dev.greengraph.runtime.AccountRepositories;
import dev.greengraph.upstream.endpoint.EndpointTable;
import dev.greengraph.upstream.row.MessageRow;
import io.smallrye.mutiny.Multi;
import io.vertx.core.Vertx;
import io.vertx.core.impl.ContextInternal;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The changes of each account that somebody subscribes to. */
@Singleton
public class ChangeFeeds {

    /** A reading waits for a fresher answer so long; what is stale tells no change. */
    private static final FreshnessDemand AWAITED = new FreshnessDemand(null, Duration.ofSeconds(10), Otherwise.STALE);

    private final AccountRepositories repositories;
    private final CacheConfig cache;
    private final LiveConfig config;
    private final Timing time;
    private final SharedHistories shared;
    private final Executor detached;
    private final Map<AccountId, ChangeFeed> feeds = new ConcurrentHashMap<>();

    ChangeFeeds(
            AccountRepositories repositories,
            CacheConfig cache,
            LiveConfig config,
            Timing time,
            SharedHistories shared,
            Vertx vertx) {
        this.repositories = repositories;
        this.cache = cache;
        this.config = config;
        this.time = time;
        this.shared = shared;
        this.detached = task -> {
            ContextInternal own = (ContextInternal) vertx.getOrCreateContext();
            own.unwrap().duplicate().runOnContext(ignored -> task.run());
        };
    }

    /**
     * The changes of an account from now on, until the subscriber leaves.
     *
     * @param after what happened since that position comes first, or that it is not known; fails with {@link UnknownPosition} if
     *     that is no position
     * @param wanted by the subscriber; it may be told of others, too
     */
    public Multi<Change> changes(AccountId account, @Nullable String after, Predicate<MessageRow> wanted) {
        return Multi.createFrom()
                .publisher(feeds.computeIfAbsent(account, this::feed).changes(after, wanted));
    }

    /** Tells subscribers of an account what is held now and was not at the last look. */
    public void lookNow(AccountId account) {
        ChangeFeed feed = feeds.get(account);
        if (feed != null) {
            feed.lookNow();
        }
    }

    private ChangeFeed feed(AccountId account) {
        FreshnessRules rules = FreshnessRules.of(cache, account);
        Duration incoming =
                rules.of(EndpointTable.LAST_INCOMING_MESSAGES.endpoint()).freshFor();
        Duration outgoing =
                rules.of(EndpointTable.LAST_OUTGOING_MESSAGES.endpoint()).freshFor();
        return new ChangeFeed(
                new ChangeFeed.Terms(
                        account,
                        repositories.of(account).demanding(AWAITED),
                        time,
                        incoming.compareTo(outgoing) < 0 ? incoming : outgoing,
                        detached,
                        shared),
                config);
    }
}
