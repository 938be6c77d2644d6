package dev.greengraph.runtime;

import dev.greengraph.account.Account;
import dev.greengraph.account.AccountId;
import dev.greengraph.account.Accounts;
import dev.greengraph.cache.AccountRepository;
import dev.greengraph.cache.Questions;
import dev.greengraph.cache.RepeatableReads;
import dev.greengraph.cache.RevalidatingCache;
import dev.greengraph.cache.freshness.CacheConfig;
import dev.greengraph.cache.freshness.FreshnessRules;
import dev.greengraph.cache.notified.NotifiedJournals;
import dev.greengraph.cache.question.QuestionKey;
import dev.greengraph.cache.shared.SharedAnswers;
import dev.greengraph.cache.store.AnswerStore;
import dev.greengraph.cache.window.SendTimes;
import dev.greengraph.gate.CallRecorder;
import dev.greengraph.gate.EndpointGate;
import dev.greengraph.gate.Timing;
import dev.greengraph.gate.breaker.Cooldown;
import dev.greengraph.gate.breaker.EndpointAvailability;
import dev.greengraph.gate.breaker.GateConfig;
import dev.greengraph.gate.budget.BudgetConfig;
import dev.greengraph.gate.budget.BudgetRules;
import dev.greengraph.gate.budget.RateBudget;
import dev.greengraph.gate.shared.SharedBudget;
import dev.greengraph.gate.shared.SharedBudgets;
import dev.greengraph.observe.UpstreamMetrics;
import dev.greengraph.upstream.UpstreamClient;
import dev.greengraph.upstream.UpstreamEndpoint;
import dev.greengraph.upstream.endpoint.EndpointTable;
import dev.greengraph.upstream.failure.QuotaUse;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** One repository per configured account, all over one cache. */
@ApplicationScoped
public class AccountRepositories {

    private final Map<AccountId, AccountRepository> byAccount;
    private final RevalidatingCache cache;

    AccountRepositories(
            Accounts accounts,
            UpstreamClient clients,
            CacheConfig config,
            BudgetConfig budget,
            SharedAnswers<QuestionKey> answers,
            Shared shared) {
        AnswerStore<QuestionKey> store = new AnswerStore<>(config.maxMemory().asLongValue());
        shared.metrics().memory(config.maxMemory().asLongValue(), store::bytes);
        this.cache = new RevalidatingCache(shared.time(), store, answers, new VertxRequestContext(), shared.metrics());
        this.byAccount = accounts.all().stream()
                .collect(Collectors.toConcurrentMap(
                        Account::id,
                        account -> repository(
                                account,
                                clients,
                                cache,
                                rules(config, account.id(), answers),
                                BudgetRules.of(budget, account.id()),
                                shared)));
    }

    /** Others read bodies as the upstream sent them, which a journal that was put together of parts has none of. */
    static FreshnessRules rules(CacheConfig config, AccountId account, SharedAnswers<QuestionKey> answers) {
        FreshnessRules rules = FreshnessRules.of(config, account);
        return answers.hasOthers() ? rules.whole() : rules;
    }

    /** The repository of a configured account, for the field whose resolver runs now. */
    public AccountRepository of(AccountId account) {
        return Objects.requireNonNull(byAccount.get(account)).demanding(CurrentDemand.get());
    }

    /** Serves what a request read once more, if the same request would read the same now. */
    public boolean serveAgain(RepeatableReads reads) {
        return cache.serveAgain(reads);
    }

    /** From that moment on the current request may read something else. */
    public void repeatableUntil(Instant moment) {
        cache.repeatableUntil(moment);
    }

    /** The current request reads something besides what the upstream said: its answer cannot be given again. */
    public void unrepeatable() {
        cache.readElsewhere();
    }

    /**
     * Takes over what the upstream told by itself. Starts no call.
     *
     * @param outdated endpoints whose answers are others now
     */
    public void takeNotified(AccountId account, Set<UpstreamEndpoint> outdated) {
        Objects.requireNonNull(byAccount.get(account)).showNotified();
        outdated.forEach(endpoint -> cache.forget(account, endpoint));
    }

    /** The upstream told by itself that the quota of a method, by its name in any case of letters, is used up. */
    public void quotaTold(AccountId account, String method, QuotaUse use) {
        AccountRepository repository = Objects.requireNonNull(byAccount.get(account));
        EndpointTable.ALL.stream()
                .filter(endpoint -> endpoint.method().equalsIgnoreCase(method))
                .forEach(endpoint -> repository.gate(endpoint).quotaTold(use));
    }

    /** Lets an account that is not configured be read until it is taken back. */
    public void lend(AccountId account, AccountRepository repository) {
        byAccount.put(account, repository);
    }

    /** Ends what was lent. */
    public void takeBack(AccountId account) {
        byAccount.remove(account);
    }

    public static AccountRepository repository(
            Account account,
            UpstreamClient upstream,
            RevalidatingCache cache,
            FreshnessRules rules,
            BudgetRules budget,
            Shared shared) {
        Timing time = shared.time();
        Cooldown accountCooldown = new Cooldown(time.clock());
        Map<UpstreamEndpoint, EndpointGate> gates = new LinkedHashMap<>();
        List<UpstreamEndpoint> endpoints = new ArrayList<>(EndpointTable.ALL);
        endpoints.addAll(EndpointTable.QUEUE);
        for (UpstreamEndpoint endpoint : endpoints) {
            int callsPerSecond = endpoint.callsPerSecond(account.messenger());
            gates.put(
                    endpoint,
                    new EndpointGate(
                            endpoint,
                            new EndpointGate.Budgets(
                                    new RateBudget(time.clock(), callsPerSecond, budget.spacing()),
                                    EndpointTable.QUEUE.contains(endpoint)
                                            ? SharedBudget.NONE // one replica at a time reads a queue
                                            : shared.budgets().of(account.id(), endpoint)),
                            new EndpointAvailability(accountCooldown, shared.gate(), time.clock()),
                            time,
                            new CallRecorder(account.id(), endpoint, shared.metrics())));
        }
        return new AccountRepository(
                new Questions(account, upstream, gates, rules, budget.maxWait(), shared.sendTimes(), shared.notified()),
                cache,
                time.clock());
    }

    /**
     * What the repositories of all accounts have in common.
     *
     * @param time clock and timers
     * @param gate cooldowns and circuit breaker
     * @param metrics metrics of cache and gates
     * @param sendTimes when messages were sent
     * @param notified what the upstream told by itself
     * @param budgets what gates share with other replicas
     */
    @Dependent
    public record Shared(
            Timing time,
            GateConfig gate,
            UpstreamMetrics metrics,
            SendTimes sendTimes,
            NotifiedJournals notified,
            SharedBudgets budgets) {}
}
