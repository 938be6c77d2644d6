package dev.greengraph.http;

import dev.greengraph.admission.Admitted;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import java.util.Optional;

/** What an operation costs in upstream calls, told as {@code extensions.cost} to who asks by a header. */
final class Cost {

    /** Asks for it, with the value true. */
    static final String HEADER = "GraphQL-Cost";

    private static final String KEY = Cost.class.getName();

    private Cost() {}

    /** Keeps what is known before the execution, if the request asks for it. */
    static void keep(RoutingContext context, Admitted admitted) {
        if ("true".equalsIgnoreCase(context.request().getHeader(HEADER))) {
            context.put(KEY, Map.of("plannedCalls", admitted.plannedCalls()));
        }
    }

    /** What was kept. */
    static Optional<Map<String, Object>> of(RoutingContext context) {
        return Optional.ofNullable(context.get(KEY));
    }
}
