package dev.greengraph.admission;

import dev.greengraph.admission.cost.OperationCost;
import dev.greengraph.admission.document.ExaminedDocument;
import dev.greengraph.admission.document.ExaminedDocument.Measured;
import dev.greengraph.graphql.error.Refusal;
import graphql.language.OperationDefinition.Operation;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A request that may be validated. It may be executed, too, if {@link #plan} does not refuse it: that comes last, since the
 * answer to a request that was planned and executed before needs no plan.
 */
public final class Admitted {

    private final JsonObject request;
    private final String text;
    private final ExaminedDocument document;
    private final Optional<String> trustedName;
    private final Supplier<OperationCost> planning;
    private @Nullable OperationCost cost;

    /**
     * A request without a plan.
     *
     * @param request as it was sent
     * @param text of the document that it means
     * @param document what is known of it: within the limits, or no GraphQL
     * @param trustedName the operation's name, if the document is trusted
     * @param planning fails with {@link Refusal} if the operation could cost too much
     */
    Admitted(
            JsonObject request,
            String text,
            ExaminedDocument document,
            Optional<String> trustedName,
            Supplier<OperationCost> planning) {
        this.request = request;
        this.text = text;
        this.document = document;
        this.trustedName = trustedName;
        this.planning = planning;
    }

    /** The request; its document may be named otherwise than by {@code query}. */
    JsonObject request() {
        return request;
    }

    /** The text of the document. */
    public String text() {
        return text;
    }

    ExaminedDocument document() {
        return document;
    }

    /** The operation's name, if the document is trusted. */
    public Optional<String> trustedName() {
        return trustedName;
    }

    /** The name of the operation that is meant, if the request has one. */
    public Optional<String> operationName() {
        return operationName(request);
    }

    static Optional<String> operationName(JsonObject request) {
        return request.get("operationName") instanceof JsonString name
                ? Optional.of(name.getString())
                : Optional.empty();
    }

    /** The variables; empty if the request has none. */
    public Map<String, ?> variables() {
        return variables(request);
    }

    static Map<String, ?> variables(JsonObject request) {
        return request.get("variables") instanceof JsonObject variables ? variables : Map.of();
    }

    /** Whether no operation of the document is anything but a query, whichever of them is meant. */
    public boolean holdsOnlyQueries() {
        return document.holdsOnlyQueries();
    }

    /** Whether the operation that is meant is a subscription. */
    public boolean isSubscription() {
        return document instanceof Measured measured
                && measured.candidates(operationName().orElse(null)).stream()
                        .allMatch(operation -> operation.getOperation() == Operation.SUBSCRIPTION);
    }

    /** What the operation could cost, planned once; fails with {@link Refusal} if that is too much. */
    public OperationCost plan() {
        OperationCost known = cost;
        if (known == null) {
            known = planning.get();
            cost = known;
        }
        return known;
    }
}
