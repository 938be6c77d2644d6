package dev.greengraph.cache;

import dev.greengraph.account.Account;
import dev.greengraph.account.AccountId;
import dev.greengraph.account.Messenger;
import dev.greengraph.account.Secret;
import dev.greengraph.cache.freshness.CacheConfig;
import dev.greengraph.cache.freshness.FreshnessRule;
import dev.greengraph.cache.freshness.FreshnessRules;
import dev.greengraph.cache.notified.NotifiedJournals;
import dev.greengraph.cache.notified.NotifiedJournals.Trust;
import dev.greengraph.cache.question.QuestionKey;
import dev.greengraph.cache.store.AnswerStore;
import dev.greengraph.cache.window.SendTimes;
import dev.greengraph.cache.window.WindowFixture;
import dev.greengraph.gate.PendingCalls;
import dev.greengraph.gate.Timing;
import dev.greengraph.gate.breaker.GateSettings;
import dev.greengraph.gate.budget.BudgetRules;
import dev.greengraph.gate.shared.SharedBudgets;
import dev.greengraph.observe.UpstreamMetrics;
import dev.greengraph.runtime.AccountRepositories;
import dev.greengraph.testsupport.ManualClock;
import dev.greengraph.testsupport.ManualDelay;
import dev.greengraph.upstream.CallListener;
import dev.greengraph.upstream.ChatId;
import dev.greengraph.upstream.EndpointDefinition;
import dev.greengraph.upstream.UpstreamClient;
import dev.greengraph.upstream.UpstreamEndpoint;
import dev.greengraph.upstream.UpstreamRequest;
import dev.greengraph.upstream.endpoint.EndpointTable;
import dev.greengraph.upstream.row.MessageRow;
import dev.greengraph.upstream.row.SingleRow;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** AccountRepositories of several accounts over one store, with the default settings, and an upstream that the test plays. */
final class RepositoryFixture {

    static final Duration SPACING = Duration.ofMillis(1_050);
    static final Duration JUST = Duration.ofMillis(1);
    static final ChatId CHAT = new ChatId(WindowFixture.CHAT);
    static final int MESSAGE_BYTES = 10_000;
    static final Config CONFIG = new Config();

    final ManualClock clock = new ManualClock();
    final ManualDelay delay = new ManualDelay(clock);
    final PendingCalls upstream = new PendingCalls();
    final AnswerStore<QuestionKey> store = new AnswerStore<>(CONFIG.maxMemory().asLongValue());
    final MeterRegistry registry = new SimpleMeterRegistry();
    final UpstreamMetrics metrics = new UpstreamMetrics(registry);
    final RevalidatingCache cache;
    final AccountRepository repository;

    RepositoryFixture() {
        this(RequestContext.NONE);
    }

    /** Waits for what a look leads to, as a caller would. */
    static <V> UniAssertSubscriber<V> caller(Lookup<V> answer) {
        return PendingCalls.caller(answer.uni());
    }

    RepositoryFixture(RequestContext context) {
        this.cache = new RevalidatingCache(new Timing(clock, delay::of), store, context, metrics);
        this.repository = repository("mine");
    }

    AccountRepository repository(String account) {
        Account owner = new Account(
                new AccountId(account),
                "1",
                new Secret("secret"),
                URI.create("http://upstream.test"),
                Messenger.WHATSAPP);
        return AccountRepositories.repository(
                owner,
                new PlayedUpstream(upstream),
                cache,
                FreshnessRules.of(CONFIG, owner.id()),
                new BudgetRules(Duration.ofSeconds(5), 1.05),
                new AccountRepositories.Shared(
                        new Timing(clock, delay::of),
                        GateSettings.DEFAULT,
                        metrics,
                        new SendTimes(),
                        new NotifiedJournals(clock, Trust.NONE),
                        SharedBudgets.none()));
    }

    /** Calls are named by endpoint, account and last argument. */
    private record PlayedUpstream(PendingCalls calls) implements UpstreamClient {

        private static final Map<UpstreamEndpoint, String> NAMES = Map.of(
                EndpointTable.LAST_INCOMING_MESSAGES.endpoint(), "incoming",
                EndpointTable.LAST_OUTGOING_MESSAGES.endpoint(), "outgoing",
                EndpointTable.GET_CHAT_HISTORY.endpoint(), "history",
                EndpointTable.GET_MESSAGE.endpoint(), "message",
                EndpointTable.GET_INCOMING_STATUSES.endpoint(), "statuses");

        @Override
        @SuppressWarnings("unchecked")
        public <R, Q extends UpstreamRequest, A> Uni<A> call(
                Account account, EndpointDefinition<R, Q, A> endpoint, Q request, CallListener listener) {
            List<String> arguments = request.arguments();
            Uni<Object> call = calls.call(
                    NAMES.get(endpoint.endpoint()) + " " + account.id() + " " + arguments.get(arguments.size() - 1),
                    listener);
            return call.map(
                    answer -> (A) (answer instanceof MessageRow row ? new SingleRow(row, MESSAGE_BYTES) : answer));
        }

        /** Nothing of it is shared with other replicas. */
        @Override
        public <Q extends UpstreamRequest, A> Uni<A> read(
                EndpointDefinition<?, Q, A> endpoint, Q request, Supplier<byte[]> body) {
            throw new UnsupportedOperationException();
        }
    }

    /** The defaults of the product. */
    record Config(
            MemorySize maxMemory,
            Duration notFoundFor,
            Duration leastMaxAge,
            Duration journalOverlap,
            Duration journalWholeEvery,
            Map<String, AccountConfig> accounts,
            Map<String, Ages> endpoints)
            implements CacheConfig {

        private Config() {
            this(
                    new MemorySize(BigInteger.valueOf(128L << 20)),
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(1),
                    Duration.ofMinutes(3),
                    Duration.ofMinutes(10),
                    Map.of(),
                    Map.of());
        }

        FreshnessRule messages() {
            return rule(EndpointTable.LAST_INCOMING_MESSAGES);
        }

        FreshnessRule history() {
            return rule(EndpointTable.GET_CHAT_HISTORY);
        }

        FreshnessRule message() {
            return rule(EndpointTable.GET_MESSAGE);
        }

        FreshnessRule statuses() {
            return rule(EndpointTable.GET_INCOMING_STATUSES);
        }

        private FreshnessRule rule(EndpointDefinition<?, ?, ?> endpoint) {
            return FreshnessRules.of(this, new AccountId("any")).of(endpoint.endpoint());
        }
    }
}
