package dev.greengraph.startup.warmup;

import dev.greengraph.account.Account;
import dev.greengraph.account.AccountId;
import dev.greengraph.account.Accounts;
import dev.greengraph.account.Messenger;
import dev.greengraph.account.Secret;
import dev.greengraph.cache.RequestContext;
import dev.greengraph.cache.RevalidatingCache;
import dev.greengraph.cache.freshness.CacheConfig;
import dev.greengraph.cache.freshness.FreshnessRules;
import dev.greengraph.cache.notified.NotifiedJournals;
import dev.greengraph.cache.notified.NotifiedJournals.Trust;
import dev.greengraph.cache.store.AnswerStore;
import dev.greengraph.cache.window.SendTimes;
import dev.greengraph.gate.Timing;
import dev.greengraph.gate.breaker.GateConfig;
import dev.greengraph.gate.budget.BudgetConfig;
import dev.greengraph.gate.budget.BudgetRules;
import dev.greengraph.gate.shared.SharedBudgets;
import dev.greengraph.observe.UpstreamMetrics;
import dev.greengraph.runtime.AccountRepositories;
import dev.greengraph.runtime.AccountRepositories.Shared;
import dev.greengraph.runtime.VertxRequestContext;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** The account of the warm-up, with a cache and metrics of its own: no caller can name it, and none sees its numbers. */
@Singleton
class StageAccount {

    /** A name that no setting can have. */
    static final AccountId ID = new AccountId("(warm-up)");

    private static final Account ACCOUNT =
            new Account(ID, "0", new Secret("none"), URI.create("http://warm-up.invalid"), Messenger.WHATSAPP);

    /** What a caller of the warm-up may read. */
    static final Accounts ALONE = new Accounts(List.of(ACCOUNT), Optional.of(ID));

    private static final long MEMORY = 16_000_000;

    private final AccountRepositories repositories;
    private final CacheConfig config;
    private final BudgetConfig budget;
    private final GateConfig gate;
    private final Timing time;

    StageAccount(
            AccountRepositories repositories, CacheConfig config, BudgetConfig budget, GateConfig gate, Timing time) {
        this.repositories = repositories;
        this.config = config;
        this.budget = budget;
        this.gate = gate;
        this.time = time;
    }

    /** From now on the account can be read. */
    void open() {
        open(new VertxRequestContext());
    }

    void open(RequestContext context) {
        UpstreamMetrics metrics = new UpstreamMetrics(new SimpleMeterRegistry());
        RevalidatingCache cache = new RevalidatingCache(time, new AnswerStore<>(MEMORY), context, metrics);
        repositories.lend(
                ID,
                AccountRepositories.repository(
                        ACCOUNT,
                        new MemoryUpstream(time.clock()),
                        cache,
                        FreshnessRules.of(config, ID),
                        BudgetRules.of(budget, ID),
                        new Shared(
                                time,
                                gate,
                                metrics,
                                new SendTimes(),
                                new NotifiedJournals(time.clock(), Trust.NONE),
                                SharedBudgets.none())));
    }

    /** It is gone, with what it held. */
    void close() {
        repositories.takeBack(ID);
    }
}
