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

/** Reports the upstream calls of an operation as {@code extensions.cost}, if the request asks for it by a header. */
@Singleton
public class CostReport {

    /** Requests the report with the value {@code true}. */
    public static final String HEADER = "GraphQL-Cost";

    private static final String KEY = CostReport.class.getName();

    private final AccountRepositories accounts;

    CostReport(AccountRepositories accounts) {
        this.accounts = accounts;
    }

    private record Started(long planned, CallTally tally) {}

    /** Starts counting; to be called on the request's Vert.x context. */
    public static void start(RoutingContext context, Admitted admitted) {
        context.put(KEY, new Started(admitted.plan().calls(), VertxRequestContext.beginTally()));
    }

    /** Whether the request asks for the report. */
    public static boolean isWanted(RoutingContext context) {
        return "true".equalsIgnoreCase(context.request().getHeader(HEADER));
    }

    /** The report, if the request asked for it. */
    Optional<Map<String, Object>> of(RoutingContext context) {
        return Optional.<Started>ofNullable(context.get(KEY))
                .map(started -> Map.of(
                        "plannedCalls", started.planned(),
                        "madeCalls", started.tally().calls(),
                        "budgetLeft", budgetLeft(started.tally())));
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
