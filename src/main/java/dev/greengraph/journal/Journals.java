package dev.greengraph.journal;

import dev.greengraph.account.Account;
import dev.greengraph.account.AccountId;
import dev.greengraph.account.Accounts;
import dev.greengraph.journal.budget.BudgetConfig;
import dev.greengraph.journal.budget.BudgetRules;
import dev.greengraph.journal.budget.RateBudget;
import dev.greengraph.journal.store.AnswerStore;
import dev.greengraph.observe.JournalMetrics;
import dev.greengraph.upstream.UpstreamEndpoint;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** The journal of each account. */
@ApplicationScoped
public class Journals {

    private final Map<AccountId, Journal> byAccount;

    Journals(Accounts accounts, UpstreamClients clients, JournalConfig config, BudgetConfig budget, Shared shared) {
        AnswerStore<JournalKey> store = new AnswerStore<>(config.maxMemory().asLongValue());
        shared.metrics().memory(config.maxMemory().asLongValue(), store::bytes);
        Asker asker = new Asker(shared.time().clock(), store, new RequestSurroundings(), shared.metrics());
        this.byAccount = accounts.all().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Account::id,
                        account -> journal(
                                account,
                                clients,
                                asker,
                                JournalRules.of(config, account.id()),
                                BudgetRules.of(budget, account.id()),
                                shared)));
    }

    /** The journal of a configured account. */
    public Journal of(AccountId account) {
        return Objects.requireNonNull(byAccount.get(account));
    }

    static Journal journal(
            Account account,
            UpstreamCalls upstream,
            Asker asker,
            JournalRules rules,
            BudgetRules budget,
            Shared shared) {
        JournalTime time = shared.time();
        Pause accountPause = new Pause(time.clock());
        Map<UpstreamEndpoint, EndpointGate> gates = new EnumMap<>(UpstreamEndpoint.class);
        for (UpstreamEndpoint endpoint : UpstreamEndpoint.values()) {
            int callsPerSecond = endpoint.callsPerSecond(account.messenger());
            gates.put(
                    endpoint,
                    new EndpointGate(
                            endpoint,
                            new RateBudget(time.clock(), callsPerSecond, budget.spacing()),
                            new EndpointHealth(accountPause, time.clock()),
                            time,
                            new CallRecorder(account.id(), endpoint, shared.metrics())));
        }
        return new Journal(new Questions(account, upstream, gates, rules, budget.maxWait()), asker, time.clock());
    }

    /**
     * What the journals of all accounts have in common.
     *
     * @param time passes for all the same
     * @param metrics what an operator can watch
     */
    @Dependent
    record Shared(JournalTime time, JournalMetrics metrics) {}
}
