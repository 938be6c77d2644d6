package dev.greengraph.admission;

import dev.greengraph.admission.cost.OperationPlan;
import dev.greengraph.admission.document.ExaminedDocument;
import dev.greengraph.admission.document.ExaminedDocument.Measured;
import dev.greengraph.admission.stored.DocumentReference;
import dev.greengraph.admission.stored.PersistedQueries;
import dev.greengraph.admission.stored.TrustedDocuments;
import dev.greengraph.graphql.error.Refusal;
import jakarta.inject.Singleton;
import jakarta.json.Json;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObject;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether a request may be validated and executed: which document it means, whether that is an allowed one,
 * whether it is within the limits, and how many upstream calls it could need.
 */
@Singleton
public class Admission {

    private static final JsonBuilderFactory BUILDERS = Json.createBuilderFactory(Map.of());

    private final TrustedDocuments trusted;
    private final PersistedQueries persisted;
    private final DocumentRules rules;

    Admission(TrustedDocuments trusted, PersistedQueries persisted, DocumentRules rules) {
        this.trusted = trusted;
        this.persisted = persisted;
        this.rules = rules;
    }

    /**
     * Admits a request, or fails with {@link Refusal}. Costs time linear in the request; a document that is known
     * is not parsed again.
     *
     * @param wellFormed the request: {@code query}, {@code documentId} and {@code operationName} are texts, {@code variables}
     *     and {@code extensions} objects, or null, or not there
     * @param accounts how many accounts the caller may read
     */
    public Admitted admit(JsonObject wellFormed, int accounts) {
        JsonObject request = withoutEmptyName(wellFormed);
        DocumentReference reference = DocumentReference.of(request);
        String text = trusted.areRequired() ? trusted.text(reference) : persisted.text(reference);
        String operation = Admitted.operationName(request).orElse(null);
        Map<String, ?> variables = Admitted.variables(request);
        ExaminedDocument document = examine(text, operation, variables);
        Admitted admitted = new Admitted(
                request,
                text,
                document,
                trusted.name(text),
                () -> rules.plan(document, operation, variables, accounts));
        if (document instanceof Measured && !trusted.areRequired() && persisted.isNew(reference)) {
            admitted.plan();
            persisted.register(reference, text);
        }
        return admitted;
    }

    /**
     * What an admitted request would read, without executing it; fails with {@link Refusal} if that could be too much, or it is not
     * clear which operation is meant.
     *
     * @param accounts how many accounts the caller may read
     */
    public OperationPlan reads(Admitted admitted, int accounts) {
        admitted.plan();
        return rules.reads(admitted.document(), admitted.operationName().orElse(null), admitted.variables(), accounts);
    }

    /** The same for a document that came by another door. */
    ExaminedDocument check(String text, @Nullable String operationName, Map<String, ?> variables, int accounts) {
        ExaminedDocument document = examine(text, operationName, variables);
        rules.plan(document, operationName, variables, accounts);
        return document;
    }

    private ExaminedDocument examine(String text, @Nullable String operationName, Map<String, ?> variables) {
        trusted.check(text);
        return rules.examine(text, operationName, variables);
    }

    /** An empty operationName means none, as some clients send it: with several operations the engine asks for one. */
    private static JsonObject withoutEmptyName(JsonObject request) {
        return Admitted.operationName(request).filter(String::isEmpty).isPresent()
                ? BUILDERS.createObjectBuilder(request).remove("operationName").build()
                : request;
    }
}
