package dev.greengraph.cache;

import dev.greengraph.account.Account;
import dev.greengraph.account.AccountId;
import dev.greengraph.account.Messenger;
import dev.greengraph.account.Secret;
import dev.greengraph.cache.freshness.CacheConfig;
import dev.greengraph.cache.freshness.FreshnessRules;
import dev.greengraph.cache.store.AnswerStore;
import dev.greengraph.cache.window.WindowFixture;
import dev.greengraph.gate.PendingCalls;
import dev.greengraph.gate.Timing;
import dev.greengraph.gate.breaker.GateSettings;
import dev.greengraph.gate.budget.BudgetRules;
import dev.greengraph.observe.JournalMetrics;
import dev.greengraph.runtime.AccountRepositories;
import dev.greengraph.testsupport.ManualClock;
import dev.greengraph.testsupport.ManualDelay;
import dev.greengraph.upstream.CallListener;
import dev.greengraph.upstream.ChatId;
import dev.greengraph.upstream.MessageId;
import dev.greengraph.upstream.row.MessageRow;
import dev.greengraph.upstream.row.Rows;
import dev.greengraph.upstream.row.SingleRow;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.mutiny.Uni;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

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
    final JournalMetrics metrics = new JournalMetrics(new SimpleMeterRegistry());
    private final RevalidatingCache cache = new RevalidatingCache(clock, store, RequestContext.NONE, metrics);
    final AccountRepository journal = journal("mine");

    AccountRepository journal(String account) {
        Account owner = new Account(
                new AccountId(account),
                "1",
                new Secret("secret"),
                URI.create("http://upstream.test"),
                Messenger.WHATSAPP);
        return AccountRepositories.journal(
                owner,
                new PlayedUpstream(upstream),
                cache,
                FreshnessRules.of(CONFIG, owner.id()),
                new BudgetRules(Duration.ofSeconds(5), 1.05),
                new AccountRepositories.Shared(new Timing(clock, delay::of), GateSettings.DEFAULT, metrics));
    }

    /** Calls are named by method, account and arguments. */
    private record PlayedUpstream(PendingCalls calls) implements UpstreamCalls {

        @Override
        public Uni<Rows> incoming(Account account, int minutes, CallListener watch) {
            return calls.call("incoming " + account.id() + " " + minutes, watch);
        }

        @Override
        public Uni<Rows> outgoing(Account account, int minutes, CallListener watch) {
            return calls.call("outgoing " + account.id() + " " + minutes, watch);
        }

        @Override
        public Uni<Rows> history(Account account, ChatId chat, int count, CallListener watch) {
            return calls.call("history " + account.id() + " " + count, watch);
        }

        @Override
        public Uni<SingleRow> message(Account account, ChatId chat, MessageId id, CallListener watch) {
            return calls.<MessageRow>call("message " + account.id() + " " + id, watch)
                    .map(row -> new SingleRow(row, MESSAGE_BYTES));
        }

        @Override
        public Uni<Rows> statuses(Account account, int minutes, CallListener watch) {
            return calls.call("statuses " + account.id() + " " + minutes, watch);
        }
    }

    private record Limits(Duration freshFor, Duration staleFor)
            implements CacheConfig.JournalsConfig,
                    CacheConfig.HistoryConfig,
                    CacheConfig.MessageConfig,
                    CacheConfig.StatusesConfig {}

    /** The defaults of the product. */
    record Config(
            MemorySize maxMemory,
            Duration notFoundFor,
            Map<String, AccountConfig> accounts,
            JournalsConfig messages,
            HistoryConfig history,
            MessageConfig message,
            StatusesConfig statuses)
            implements CacheConfig {

        private Config() {
            this(
                    new MemorySize(BigInteger.valueOf(128L << 20)),
                    Duration.ofSeconds(10),
                    Map.of(),
                    new Limits(Duration.ofSeconds(5), Duration.ofHours(1)),
                    new Limits(Duration.ofSeconds(30), Duration.ofHours(24)),
                    new Limits(Duration.ofSeconds(60), Duration.ofHours(24)),
                    new Limits(Duration.ofSeconds(60), Duration.ofHours(24)));
        }
    }
}
