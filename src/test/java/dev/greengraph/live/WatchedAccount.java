package dev.greengraph.live;

import static dev.greengraph.cache.window.WindowFixture.rows;

import dev.greengraph.account.Account;
import dev.greengraph.account.AccountId;
import dev.greengraph.account.Messenger;
import dev.greengraph.account.Secret;
import dev.greengraph.cache.AccountRepository;
import dev.greengraph.cache.RequestContext;
import dev.greengraph.cache.RevalidatingCache;
import dev.greengraph.cache.freshness.FreshnessDemand;
import dev.greengraph.cache.freshness.FreshnessRule;
import dev.greengraph.cache.freshness.FreshnessRules;
import dev.greengraph.cache.freshness.JournalReading;
import dev.greengraph.cache.notified.NotifiedJournals;
import dev.greengraph.cache.notified.NotifiedJournals.Trust;
import dev.greengraph.cache.store.AnswerStore;
import dev.greengraph.cache.window.SendTimes;
import dev.greengraph.gate.Timing;
import dev.greengraph.gate.breaker.GateSettings;
import dev.greengraph.gate.budget.BudgetRules;
import dev.greengraph.gate.shared.SharedBudgets;
import dev.greengraph.live.history.SharedHistories;
import dev.greengraph.observe.UpstreamMetrics;
import dev.greengraph.runtime.AccountRepositories;
import dev.greengraph.testsupport.ManualClock;
import dev.greengraph.testsupport.ManualDelay;
import dev.greengraph.upstream.CallListener;
import dev.greengraph.upstream.EndpointDefinition;
import dev.greengraph.upstream.UpstreamClient;
import dev.greengraph.upstream.UpstreamRequest;
import dev.greengraph.upstream.endpoint.EndpointTable;
import dev.greengraph.upstream.failure.FailureTranslation;
import dev.greengraph.upstream.row.Rows;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An account whose journals are fresh for five seconds, and an upstream that answers at once, or fails. */
final class WatchedAccount {

    static final AccountId ID = new AccountId("mine");
    static final Duration FRESH = Duration.ofSeconds(5);
    static final Duration NO_LONGER_FRESH = FRESH.plusMillis(1);

    private static final FreshnessDemand AWAITED =
            new FreshnessDemand(null, Duration.ofSeconds(10), FreshnessDemand.Otherwise.STALE);

    final ManualClock clock;
    final ManualDelay delay;
    final Timing time;
    final List<String> calls = new ArrayList<>();
    final NotifiedJournals notified;
    final AccountRepository repository;
    final ChangeFeed feed;
    Rows incoming = rows();
    Rows outgoing = rows();
    Rows history = rows();
    boolean isFailing;

    /**
     * @param trust how far notifications are believed
     * @param history changes that are kept, and that wait for a subscriber
     */
    WatchedAccount(Trust trust, int history) {
        this(new Time(), trust, history, SharedHistories.NONE, FRESH);
    }

    /** @param chatsFresh how long the history of a chat is fresh */
    WatchedAccount(Duration chatsFresh) {
        this(new Time(), Trust.NONE, 100, SharedHistories.NONE, chatsFresh);
    }

    private WatchedAccount(Time one, Trust trust, int history, SharedHistories shared, Duration chatsFresh) {
        this.clock = one.clock();
        this.delay = one.delay();
        this.time = new Timing(clock, delay::of);
        this.notified = new NotifiedJournals(clock, trust);
        this.repository = repository(chatsFresh);
        this.feed = new ChangeFeed(
                new ChangeFeed.Terms(ID, repository.demanding(AWAITED), time, FRESH, Runnable::run, shared),
                new Settings(history));
    }

    private record Time(ManualClock clock, ManualDelay delay) {

        Time() {
            this(new ManualClock());
        }

        private Time(ManualClock clock) {
            this(clock, new ManualDelay(clock));
        }
    }

    /** The same account at that many replicas, each with a cache of its own; their clock is one. */
    static List<WatchedAccount> replicas(int count, Trust trust, int history, SharedHistories shared) {
        Time one = new Time();
        return Stream.generate(() -> new WatchedAccount(one, trust, history, shared, FRESH))
                .limit(count)
                .toList();
    }

    private AccountRepository repository(Duration chatsFresh) {
        UpstreamMetrics metrics = new UpstreamMetrics(new SimpleMeterRegistry());
        Account account =
                new Account(ID, "1", new Secret("secret"), URI.create("http://upstream.test"), Messenger.WHATSAPP);
        return AccountRepositories.repository(
                account,
                new AnsweringUpstream(),
                new RevalidatingCache(time, new AnswerStore<>(1 << 20), RequestContext.NONE, metrics),
                new FreshnessRules(
                        EndpointTable.ALL.stream()
                                .collect(Collectors.toMap(
                                        endpoint -> endpoint,
                                        endpoint -> new FreshnessRule(
                                                endpoint.equals(EndpointTable.GET_CHAT_HISTORY.endpoint())
                                                        ? chatsFresh
                                                        : FRESH,
                                                Duration.ofDays(1)))),
                        FRESH,
                        FRESH,
                        JournalReading.WHOLE),
                new BudgetRules(FRESH, 1.05),
                new AccountRepositories.Shared(
                        time, GateSettings.DEFAULT, metrics, new SendTimes(), notified, SharedBudgets.none()));
    }

    private final class AnsweringUpstream implements UpstreamClient {

        @Override
        @SuppressWarnings("unchecked")
        public <R, Q extends UpstreamRequest, A> Uni<A> call(
                Account account, EndpointDefinition<R, Q, A> endpoint, Q request, CallListener listener) {
            String method = endpoint.endpoint().method();
            return Uni.createFrom().item(() -> {
                listener.sent();
                calls.add(method);
                if (isFailing) {
                    throw new FailureTranslation(endpoint.endpoint()).ofStatus(500, null, new byte[0]);
                }
                return (A)
                        switch (method) {
                            case "lastOutgoingMessages" -> outgoing;
                            case "getChatHistory" -> history;
                            default -> incoming;
                        };
            });
        }

        @Override
        public <Q extends UpstreamRequest, A> Uni<A> read(
                EndpointDefinition<?, Q, A> endpoint, Q request, Supplier<byte[]> body) {
            throw new UnsupportedOperationException();
        }
    }

    private record Settings(int history) implements LiveConfig {

        @Override
        public int buffer() {
            return history;
        }

        @Override
        public Duration linger() {
            return Duration.ofMinutes(1);
        }
    }
}
