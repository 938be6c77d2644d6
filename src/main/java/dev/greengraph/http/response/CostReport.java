package dev.greengraph.http.response;

import dev.greengraph.admission.Admitted;
import dev.greengraph.cache.question.CallTally;
import dev.greengraph.cache.question.CallTally.Asked;
import dev.greengraph.gate.GateState;
import dev.greengraph.runtime.AccountRepositories;
import dev.greengraph.runtime.VertxRequestContext;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Reports the upstream calls of an operation as {@code extensions.cost}, if the request asks for it by a header: those that it
 * made, or those that it would make.
 */
@Singleton
public class CostReport {

    /** Requests the report with the value {@code true}, and one in place of the execution with the value {@code plan}. */
    public static final String HEADER = "GraphQL-Cost";

    private static final String KEY = CostReport.class.getName();

    private final AccountRepositories accounts;

    CostReport(AccountRepositories accounts) {
        this.accounts = accounts;
    }

    /** Starts counting; to be called on the request's Vert.x context. */
    public void start(RoutingContext context, Admitted admitted) {
        long planned = admitted.plan().calls();
        CallTally tally = VertxRequestContext.beginTally();
        Supplier<Map<String, Object>> report = () -> Map.of(
                "plannedCalls", planned,
                "madeCalls", tally.calls(),
                "budgetLeft", budgetLeft(tally));
        context.put(KEY, report);
    }

    /** Shows a plan in place of what is counted. */
    public static void show(RoutingContext context, Map<String, Object> plan) {
        Supplier<Map<String, Object>> report = () -> plan;
        context.put(KEY, report);
    }

    /** Whether the request asks only for the plan. */
    public static boolean isPlan(RoutingContext context) {
        return "plan".equalsIgnoreCase(context.request().getHeader(HEADER));
    }

    /** Whether the request asks for the report. */
    public static boolean isWanted(RoutingContext context) {
        return "true".equalsIgnoreCase(context.request().getHeader(HEADER));
    }

    /** The report, if the request asked for it. */
    Optional<Map<String, Object>> of(RoutingContext context) {
        return Optional.<Supplier<Map<String, Object>>>ofNullable(context.get(KEY))
                .map(Supplier::get);
    }

    private List<Map<String, Object>> budgetLeft(CallTally tally) {
        return tally.asked().stream().map(this::left).toList();
    }

    private Map<String, Object> left(Asked asked) {
        GateState state = accounts.of(asked.account()).endpoint(asked.endpoint());
        return Map.of(
                "account", asked.account().value(),
                "endpoint", asked.endpoint().method(),
                "available", state.available(),
                "waiting", state.waiting());
    }
}
