package dev.greengraph.notification;

import dev.greengraph.account.Account;
import dev.greengraph.account.AccountId;
import dev.greengraph.account.Accounts;
import dev.greengraph.cache.notified.NotifiedJournals;
import dev.greengraph.cache.notified.SharedNotifications;
import dev.greengraph.cache.window.SendTimes;
import dev.greengraph.gate.Timing;
import dev.greengraph.live.AccountFeeds;
import dev.greengraph.live.ChangeFeeds;
import dev.greengraph.runtime.AccountRepositories;
import dev.greengraph.upstream.UpstreamEndpoint;
import dev.greengraph.upstream.endpoint.EndpointTable;
import dev.greengraph.upstream.row.MessageRow;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Takes what the upstream tells by itself: remembers it, and a moment later, together with what else came by then, shows it
 * in what is held and tells it to subscribers. Starts no call.
 */
@Singleton
public class Notifications {

    private static final Logger LOG = Logger.getLogger(Notifications.class);

    /** A burst is shown at once, and each of it soon enough to be called live. */
    private static final Duration SHOWN_AFTER = Duration.ofMillis(50);

    private static final Set<UpstreamEndpoint> STATE = Set.of(EndpointTable.GET_STATE_INSTANCE.endpoint());
    private static final Set<UpstreamEndpoint> CALLS =
            Set.of(EndpointTable.LAST_INCOMING_CALLS.endpoint(), EndpointTable.LAST_OUTGOING_CALLS.endpoint());

    private final NotifiedJournals journals;
    private final SendTimes sendTimes;
    private final AccountRepositories repositories;
    private final ChangeFeeds feeds;
    private final AccountFeeds accountFeeds;
    private final Timing time;
    private final NotificationMetrics metrics;
    private final SharedNotifications shared;

    /** Of each account with something that is not shown yet, which answers are others now. */
    private final Map<AccountId, Set<UpstreamEndpoint>> pending = new ConcurrentHashMap<>();

    private final Set<AccountId> misdirected = ConcurrentHashMap.newKeySet();

    Notifications(
            NotifiedJournals journals,
            SendTimes sendTimes,
            AccountRepositories repositories,
            ChangeFeeds feeds,
            AccountFeeds accountFeeds,
            Timing time,
            NotificationMetrics metrics,
            SharedNotifications shared) {
        this.journals = journals;
        this.sendTimes = sendTimes;
        this.repositories = repositories;
        this.feeds = feeds;
        this.accountFeeds = accountFeeds;
        this.time = time;
        this.metrics = metrics;
        this.shared = shared;
    }

    /** Takes from other replicas what the upstream told them. */
    void listen(@Observes StartupEvent start, Accounts accounts) {
        Map<AccountId, Account> known =
                accounts.all().stream().collect(Collectors.toUnmodifiableMap(Account::id, account -> account));
        shared.listen(new SharedNotifications.Listener() {
            @Override
            public void told(AccountId id, byte[] body) {
                Account account = known.get(id);
                if (account != null) {
                    take(account, Notification.read(body, account.idInstance()));
                }
            }

            @Override
            public void missed() {
                journals.interrupted();
            }
        });
    }

    /**
     * Takes one, whatever it is: what cannot be used is counted, since the upstream would only send it again.
     *
     * @return done when the other replicas can learn of it, or nobody is there to learn; never fails
     */
    public Uni<Void> take(Account account, byte[] body) {
        Notification notification = Notification.read(body, account.idInstance());
        metrics.taken(notification.kind());
        take(account, notification);
        return notification.isOfUse()
                ? shared.tell(account.id(), body)
                : Uni.createFrom().voidItem();
    }

    private void take(Account account, Notification notification) {
        AccountId id = account.id();
        switch (notification.kind()) {
            case MESSAGE -> {
                MessageRow row = sendTimes.settled(id, notification.row());
                journals.of(id, row.isOutgoing()).message(row);
                showSoon(id, Set.of());
            }
            case DELIVERY -> {
                Notification.Delivery change = notification.change();
                journals.of(id, true).delivery(change.chatId(), change.messageId(), change.status(), change.seconds());
                showSoon(id, Set.of());
            }
            case STATE -> showSoon(id, STATE);
            case CALL -> showSoon(id, CALLS);
            case QUOTA -> {
                Notification.Quota quota = notification.usedUp();
                repositories.quotaTold(id, quota.method(), quota.use());
                accountFeeds.tell(id);
            }
            case MISDIRECTED -> warnOnce(id);
            case OTHER, UNREADABLE -> {} // counted, and of no use
        }
    }

    private void warnOnce(AccountId account) {
        if (misdirected.add(account)) {
            LOG.warnf(
                    "The address of notifications of account %s gets those of another instance: check its webhookUrl",
                    account);
        }
    }

    private void showSoon(AccountId account, Set<UpstreamEndpoint> outdated) {
        boolean[] isFirst = new boolean[1];
        pending.compute(account, (id, known) -> {
            isFirst[0] = known == null;
            return and(known, outdated);
        });
        if (isFirst[0]) {
            time.delay().of(SHOWN_AFTER).subscribe().with(passed -> show(account));
        }
    }

    private static Set<UpstreamEndpoint> and(@Nullable Set<UpstreamEndpoint> known, Set<UpstreamEndpoint> more) {
        Set<UpstreamEndpoint> all = new HashSet<>(more);
        if (known != null) {
            all.addAll(known);
        }
        return all;
    }

    private void show(AccountId account) {
        Set<UpstreamEndpoint> outdated = pending.remove(account);
        if (outdated != null) {
            repositories.takeNotified(account, outdated);
            feeds.lookNow(account);
            if (!outdated.isEmpty()) {
                accountFeeds.tell(account);
            }
        }
    }
}
