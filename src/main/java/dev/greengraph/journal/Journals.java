package dev.greengraph.journal;

import dev.greengraph.account.Account;
import dev.greengraph.account.AccountId;
import dev.greengraph.account.Accounts;
import dev.greengraph.journal.budget.BudgetConfig;
import dev.greengraph.journal.budget.RateBudget;
import dev.greengraph.journal.store.AnswerStore;
import dev.greengraph.upstream.Endpoint;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** The journal of each account. */
@ApplicationScoped
public class Journals {

    private final Map<AccountId, Journal> byAccount;

    Journals(Accounts accounts, UpstreamClients clients, JournalConfig config, BudgetConfig budget, Clock clock) {
        Asker asker = new Asker(
                clock,
                new AnswerStore<>(config.maxMemory().asLongValue()),
                budget.maxWait(),
                new RequestSurroundings());
        this.byAccount = accounts.all().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Account::id,
                        account -> new Journal(account, clients, asker, gates(account, budget, clock), config, clock)));
    }

    /** The journal of a configured account. */
    public Journal of(AccountId account) {
        return Objects.requireNonNull(byAccount.get(account));
    }

    private static Map<Endpoint, EndpointGate> gates(Account account, BudgetConfig config, Clock clock) {
        Pause accountPause = new Pause(clock);
        Map<Endpoint, EndpointGate> gates = new EnumMap<>(Endpoint.class);
        for (Endpoint endpoint : Endpoint.values()) {
            double millis = 1_000 * config.spacing() / endpoint.callsPerSecond(account.messenger());
            RateBudget budget = new RateBudget(clock, Duration.ofMillis((long) Math.ceil(millis)));
            gates.put(endpoint, new EndpointGate(endpoint, budget, accountPause, clock, Journals::delay));
        }
        return gates;
    }

    /** Whole milliseconds, rounded up: the timer takes nothing smaller, and too early would be too close. */
    private static Uni<Void> delay(Duration time) {
        Duration whole = Duration.ofMillis(time.plusNanos(999_999).toMillis());
        return Uni.createFrom().voidItem().onItem().delayIt().by(whole);
    }
}
