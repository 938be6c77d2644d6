package dev.greengraph.startup;

import dev.greengraph.account.Accounts;
import dev.greengraph.cache.freshness.CacheConfig;
import dev.greengraph.gate.breaker.GateConfig;
import dev.greengraph.gate.budget.BudgetConfig;
import dev.greengraph.gate.turn.Priority;
import dev.greengraph.gate.turn.SharesConfig;
import dev.greengraph.http.load.LimitsConfig;
import dev.greengraph.upstream.UpstreamConfig;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** Stops the start for a setting that is out of range, with one line that names it. */
@ApplicationScoped
class StartupChecks {

    private static final Logger LOG = Logger.getLogger(StartupChecks.class);

    private final LimitsConfig limits;
    private final CacheConfig cache;
    private final BudgetConfig budget;
    private final GateConfig gate;
    private final UpstreamConfig upstream;
    private final SharesConfig shares;

    StartupChecks(
            LimitsConfig limits,
            CacheConfig cache,
            BudgetConfig budget,
            GateConfig gate,
            UpstreamConfig upstream,
            SharesConfig shares) {
        this.limits = limits;
        this.cache = cache;
        this.budget = budget;
        this.gate = gate;
        this.upstream = upstream;
        this.shares = shares;
    }

    void check(@Observes StartupEvent start, Accounts accounts) {
        checkRanges(accounts.all().stream().map(account -> account.id().value()).collect(Collectors.toSet()));
        String names = accounts.all().stream()
                .map(account -> account.id() + " (" + account.messenger() + ")")
                .collect(Collectors.joining(", "));
        LOG.infof("accounts: %s", names);
    }

    /**
     * Checks ranges, which a type does not express; fails with a message that names the setting and what it must be.
     *
     * @param accounts the names of all
     */
    void checkRanges(Set<String> accounts) {
        SettingRange.atLeast(
                "greengraph.limits.request-body", limits.requestBody().asLongValue(), 1);
        SettingRange.atLeast(
                "greengraph.limits.unsent-answers", limits.unsentAnswers().asLongValue(), 1);
        SettingRange.atLeast("greengraph.limits.operations-in-flight", limits.operationsInFlight(), 1);
        SettingRange.millisecond("greengraph.limits.queue-time", limits.queueTime());
        SettingRange.atLeast("greengraph.limits.operations-waiting", limits.operationsWaiting(), 0);
        SettingRange.millisecond("greengraph.limits.waiting-time", limits.waitingTime());
        SettingRange.millisecond("greengraph.limits.receive-time", limits.receiveTime());
        SettingRange.millisecond("greengraph.limits.request-time", limits.requestTime());
        SettingRange.millisecond("greengraph.limits.send-time", limits.sendTime());
        SettingRange.atLeast("greengraph.upstream.max-body", upstream.maxBody().asLongValue(), 1);
        SettingRange.atLeast(
                "greengraph.upstream.answer-memory", upstream.answerMemory().asLongValue(), 1);
        SettingRange.atLeast("greengraph.upstream.connections", upstream.connections(), 1);
        SettingRange.millisecond("greengraph.upstream.timeout", upstream.timeout());
        SettingRange.millisecond("greengraph.upstream.connect-timeout", upstream.connectTimeout());
        shares.header().ifPresent(header -> SettingRange.headerName("greengraph.shares.header", header));
        shares.callers().forEach((name, share) -> {
            String prefix = "greengraph.shares.callers." + name;
            SettingRange.weight(prefix + ".weight", share.weight());
            SettingRange.oneOf(prefix + ".priority", share.priority(), "a class", Priority.NAMES);
        });
        AccountRanges.check(cache, budget, gate, accounts);
    }
}
