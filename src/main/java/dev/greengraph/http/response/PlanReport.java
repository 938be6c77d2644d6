package dev.greengraph.http.response;

import dev.greengraph.account.Account;
import dev.greengraph.account.AccountId;
import dev.greengraph.account.Accounts;
import dev.greengraph.account.Messenger;
import dev.greengraph.admission.cost.OperationPlan;
import dev.greengraph.admission.cost.PlannedRead;
import dev.greengraph.cache.AccountRepository;
import dev.greengraph.cache.freshness.Warmth;
import dev.greengraph.gate.GateState;
import dev.greengraph.runtime.AccountRepositories;
import dev.greengraph.upstream.UpstreamEndpoint;
import dev.greengraph.upstream.endpoint.EndpointTable;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Says what an operation would cost now: which of the answers that it reads are held, how many calls it would make, and how
 * long it would wait for them. Looks only, so that nothing is asked, renewed or remembered.
 */
@Singleton
public class PlanReport {

    private static final double MILLIS = 1000;

    private final AccountRepositories accounts;

    PlanReport(AccountRepositories accounts) {
        this.accounts = accounts;
    }

    /** What is read of one account, and how much of it is held. */
    private record Look(AccountId account, PlannedRead read, Warmth held) {}

    private record Gate(AccountId account, UpstreamEndpoint endpoint) {}

    /**
     * The report.
     *
     * @param plannedCalls with nothing held
     * @param visible the accounts of the caller; others do not count
     */
    public Map<String, Object> of(OperationPlan plan, long plannedCalls, Accounts visible) {
        List<Look> looks = new ArrayList<>();
        plan.ofAccount()
                .forEach((name, reads) -> account(name, visible)
                        .ifPresent(account -> look(account.id(), reads).forEach(looks::add)));
        visible.all().forEach(account -> look(account.id(), plan.ofEach()).forEach(looks::add));
        long calls = looks.stream().filter(look -> look.held() != Warmth.FRESH).count() + plan.otherCalls();
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("plannedCalls", plannedCalls);
        report.put("expectedCalls", calls);
        report.put("expectedWaitMs", Math.max(waitMs(looks), plan.otherCalls() == 0 ? 0 : otherWaitMs(plan)));
        report.put("otherCalls", plan.otherCalls());
        report.put("reads", looks.stream().map(PlanReport::shown).toList());
        return report;
    }

    private static Optional<Account> account(Optional<String> name, Accounts visible) {
        return name.isEmpty()
                ? visible.defaultAccount()
                : visible.all().stream()
                        .filter(account -> account.id().value().equals(name.get()))
                        .findFirst();
    }

    private List<Look> look(AccountId account, List<PlannedRead> reads) {
        AccountRepository repository = accounts.of(account);
        return reads.stream()
                .distinct()
                .map(read -> new Look(account, read, repository.warmth(read.endpoint(), read.minutes())))
                .toList();
    }

    /** Methods are asked beside each other, calls of one method after each other. */
    private long waitMs(List<Look> looks) {
        Map<Gate, Integer> absent = new HashMap<>();
        looks.stream()
                .filter(look -> look.held() == Warmth.ABSENT)
                .forEach(look ->
                        absent.merge(new Gate(look.account(), look.read().endpoint()), 1, Integer::sum));
        return absent.entrySet().stream()
                .mapToLong(calls -> waitMs(
                        accounts.of(calls.getKey().account())
                                .endpoint(calls.getKey().endpoint()),
                        calls.getValue()))
                .max()
                .orElse(0);
    }

    private static long waitMs(GateState state, long calls) {
        double ahead = Math.max(0, state.waiting() + calls - state.available());
        return Math.round(ahead / state.callsPerSecond() * MILLIS);
    }

    /** Which methods they are is not known before they are asked: as long as histories would take. */
    private static long otherWaitMs(OperationPlan plan) {
        UpstreamEndpoint slowest = EndpointTable.GET_CHAT_HISTORY.endpoint();
        return Math.round((plan.otherCalls() - 1) * MILLIS / slowest.callsPerSecond(Messenger.WHATSAPP));
    }

    private static Map<String, Object> shown(Look look) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("account", look.account().value());
        shown.put("endpoint", look.read().endpoint().method());
        if (look.read().minutes() > 0) {
            shown.put("minutes", look.read().minutes());
        }
        shown.put("held", look.held().name());
        return shown;
    }
}
