package dev.greengraph.admission;

import dev.greengraph.admission.cost.CostEstimator;
import dev.greengraph.admission.cost.CostTable;
import dev.greengraph.admission.cost.OperationCost;
import dev.greengraph.admission.cost.OperationPlan;
import dev.greengraph.admission.document.DocumentExaminer;
import dev.greengraph.admission.document.DocumentLimits;
import dev.greengraph.admission.document.ExaminedDocument;
import dev.greengraph.admission.document.ExaminedDocument.Measured;
import dev.greengraph.admission.document.ExaminedDocument.Refused;
import dev.greengraph.admission.document.Limit;
import dev.greengraph.admission.document.VariableLimits;
import dev.greengraph.graphql.error.ErrorCode;
import dev.greengraph.graphql.error.Refusal;
import graphql.language.OperationDefinition;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
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

    /** The rules that need no plan; fails with {@link Refusal} if one is broken. */
    ExaminedDocument examine(String text, @Nullable String operationName, Map<String, ?> variables) {
        VariableLimits.check(variables, limits.variableDepth());
        ExaminedDocument examined = documents.examine(text);
        if (examined instanceof Refused refused) {
            throw refused.because();
        }
        if (examined instanceof Measured measured) {
            if (measured.introspects() && !introspection.enabled()) {
                throw new Refusal(
                        400, ErrorCode.INTROSPECTION_DISABLED, "The schema cannot be asked for here.", Map.of());
            }
            ConditionCheck.requireNoNull(measured, operationName, variables);
        }
        return examined;
    }

    /** What the operation reads; fails with {@link Refusal} if it is not clear which one is meant. */
    OperationPlan reads(
            ExaminedDocument examined, @Nullable String operationName, Map<String, ?> variables, int accounts) {
        if (!(examined instanceof Measured document)) {
            return new OperationPlan(Map.of(), List.of(), 0);
        }
        List<OperationDefinition> operations = document.candidates(operationName);
        if (operations.size() != 1) {
            throw Refusal.badRequest("operationName must name one of the operations");
        }
        return CostEstimator.plan(costs, document, operations.get(0), variables, accounts);
    }

    /**
     * What the operation could lead to; nothing if the text is no GraphQL, since it is not executed either. Fails with
     * {@link Refusal} if that is too much.
     */
    OperationCost plan(
            ExaminedDocument examined, @Nullable String operationName, Map<String, ?> variables, int accounts) {
        if (!(examined instanceof Measured document)) {
            return OperationCost.NOTHING;
        }
        Supplier<OperationCost> estimate =
                () -> CostEstimator.estimate(costs, document, operationName, variables, accounts);
        OperationCost plan = variables.isEmpty()
                ? document.document()
                        .derived(CostsWithoutVariables.class, tree -> new CostsWithoutVariables())
                        .of(document.candidates(operationName), accounts, estimate)
                : estimate.get();
        Limit.UPSTREAM_CALLS.check(plan.calls(), limits.upstreamCalls());
        Limit.ANSWER_VALUES.check(plan.values(), limits.answerValues());
        return plan;
    }
}
