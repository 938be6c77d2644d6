package dev.greengraph.admission;

import dev.greengraph.admission.cost.CostEstimator;
import dev.greengraph.admission.cost.CostTable;
import dev.greengraph.admission.cost.OperationCost;
import dev.greengraph.admission.document.DocumentExaminer;
import dev.greengraph.admission.document.DocumentLimits;
import dev.greengraph.admission.document.ExaminedDocument;
import dev.greengraph.admission.document.ExaminedDocument.Measured;
import dev.greengraph.admission.document.ExaminedDocument.Refused;
import dev.greengraph.admission.document.Limit;
import dev.greengraph.admission.document.VariableLimits;
import dev.greengraph.graphql.error.ErrorCode;
import dev.greengraph.graphql.error.Refusal;
import jakarta.inject.Singleton;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rules for every document, with the variables of one request. */
@Singleton
final class DocumentRules {

    private final DocumentExaminer documents;
    private final DocumentLimits limits;
    private final IntrospectionConfig introspection;
    private final CostTable costs;

    DocumentRules(
            DocumentExaminer documents, DocumentLimits limits, IntrospectionConfig introspection, CostTable costs) {
        this.documents = documents;
        this.limits = limits;
        this.introspection = introspection;
        this.costs = costs;
    }

    /**
     * A document that no rule refuses.
     *
     * @param cost what the operation could lead to; nothing if the text is no GraphQL, since it is not executed either
     */
    record Checked(ExaminedDocument document, OperationCost cost) {}

    /** Fails with {@link Refusal} if a rule is broken. */
    Checked check(String text, @Nullable String operationName, Map<String, ?> variables, int accounts) {
        VariableLimits.check(variables, limits.variableDepth());
        ExaminedDocument examined = documents.examine(text);
        if (examined instanceof Refused refused) {
            throw refused.because();
        }
        OperationCost cost = examined instanceof Measured measured
                ? plan(measured, operationName, variables, accounts)
                : OperationCost.NOTHING;
        return new Checked(examined, cost);
    }

    private OperationCost plan(
            Measured document, @Nullable String operationName, Map<String, ?> variables, int accounts) {
        if (document.introspects() && !introspection.enabled()) {
            throw new Refusal(400, ErrorCode.INTROSPECTION_DISABLED, "The schema cannot be asked for here.", Map.of());
        }
        ConditionCheck.requireNoNull(document, operationName, variables);
        OperationCost plan = CostEstimator.estimate(costs, document, operationName, variables, accounts);
        Limit.UPSTREAM_CALLS.check(plan.calls(), limits.upstreamCalls());
        Limit.ANSWER_VALUES.check(plan.values(), limits.answerValues());
        return plan;
    }
}
