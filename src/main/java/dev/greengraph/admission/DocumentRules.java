package dev.greengraph.admission;

import dev.greengraph.admission.Examined.Measured;
import dev.greengraph.admission.Examined.Refused;
import dev.greengraph.graphql.error.ErrorCode;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
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

    /**
     * What the operation could lead to; fails with {@link NotAdmitted} if a rule is broken. Nothing if the text is no
     * GraphQL: it is not executed either, and the engine says where it is wrong.
     */
    Optional<Plan> plan(String text, @Nullable String operationName, Map<String, ?> variables, int accounts) {
        VariableLimits.check(variables, limits.variableDepth());
        Examined examined = documents.examine(text);
        if (examined instanceof Refused refused) {
            throw refused.because();
        }
        return examined instanceof Measured measured
                ? Optional.of(plan(measured, operationName, variables, accounts))
                : Optional.empty();
    }

    private Plan plan(Measured document, @Nullable String operationName, Map<String, ?> variables, int accounts) {
        if (document.introspects() && !introspection.enabled()) {
            throw new NotAdmitted(
                    400, ErrorCode.INTROSPECTION_DISABLED, "The schema cannot be asked for here.", Map.of());
        }
        Plan plan = document.plan(operationName, variables, accounts);
        Limit.UPSTREAM_CALLS.check(plan.calls(), limits.upstreamCalls());
        Limit.ANSWER_VALUES.check(plan.values(), limits.answerValues());
        return plan;
    }
}
