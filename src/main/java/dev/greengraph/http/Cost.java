package dev.greengraph.http;

import dev.greengraph.admission.Admitted;
import dev.greengraph.cache.CallTally;
import dev.greengraph.cache.CallTally.Asked;
import dev.greengraph.gate.GateState;
import dev.greengraph.runtime.AccountRepositories;
import dev.greengraph.runtime.VertxRequestContext;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What an operation costs in upstream calls, told as {@code extensions.cost} to who asks by a header. */
@Singleton
class Cost {

    /** Asks for it, with the value true. */
    static final String HEADER = "GraphQL-Cost";

    private static final String KEY = Cost.class.getName();

    private final AccountRepositories journals;

    Cost(AccountRepositories journals) {
        this.journals = journals;
    }

    private record Kept(long planned, CallTally tally) {}

    /** Begins to count, if the request asks for it; on the request's own context. */
    static void keep(RoutingContext context, Admitted admitted) {
        if ("true".equalsIgnoreCase(context.request().getHeader(HEADER))) {
            context.put(KEY, new Kept(admitted.plannedCalls(), VertxRequestContext.beginTally()));
        }
    }

    /** What the operation cost, if the request asked for it. */
    Optional<Map<String, Object>> of(RoutingContext context) {
        return Optional.<Kept>ofNullable(context.get(KEY))
                .map(kept -> Map.of(
                        "plannedCalls", kept.planned(),
                        "madeCalls", kept.tally().calls(),
                        "budgetLeft", budgetLeft(kept.tally())));
    }

    private List<Map<String, Object>> budgetLeft(CallTally tally) {
        return tally.asked().stream().map(this::left).toList();
    }

    private Map<String, Object> left(Asked asked) {
        GateState state = journals.of(asked.account()).endpoint(asked.endpoint());
        return Map.of(
                "account", asked.account().value(),
                "endpoint", asked.endpoint().method(),
                "available", state.available(),
                "waiting", state.waiting());
    }
}
