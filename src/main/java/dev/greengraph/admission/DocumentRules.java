package dev.greengraph.admission;

import dev.greengraph.admission.Examined.Measured;
import dev.greengraph.admission.Examined.Refused;
import dev.greengraph.graphql.error.ErrorCode;
import jakarta.inject.Singleton;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What any document must keep to, with the variables of one request. */
@Singleton
final class DocumentRules {

    private final Documents documents;
    private final DocumentLimits limits;
    private final IntrospectionConfig introspection;

    DocumentRules(Documents documents, DocumentLimits limits, IntrospectionConfig introspection) {
        this.documents = documents;
        this.limits = limits;
        this.introspection = introspection;
    }

    /** The upstream calls that the operation could need; fails with {@link NotAdmitted} if a rule is broken. */
    long plannedCalls(String text, @Nullable String operationName, Map<String, ?> variables, int accounts) {
        VariableLimits.check(variables, limits.variableDepth());
        Examined examined = documents.examine(text);
        if (examined instanceof Refused refused) {
            throw refused.because();
        }
        // What is no GraphQL is not executed either: the engine says where it is wrong.
        return examined instanceof Measured measured ? plannedCalls(measured, operationName, variables, accounts) : 0;
    }

    private long plannedCalls(
            Measured document, @Nullable String operationName, Map<String, ?> variables, int accounts) {
        if (document.introspects() && !introspection.enabled()) {
            throw new NotAdmitted(
                    400, ErrorCode.INTROSPECTION_DISABLED, "The schema cannot be asked for here.", Map.of());
        }
        long calls = document.plannedCalls(operationName, variables, accounts);
        Limit.UPSTREAM_CALLS.check(calls, limits.upstreamCalls());
        return calls;
    }
}
