package dev.greengraph.admission;

import dev.greengraph.admission.DocumentRules.Checked;
import dev.greengraph.admission.document.ExaminedDocument.Measured;
import dev.greengraph.admission.stored.DocumentReference;
import dev.greengraph.admission.stored.PersistedQueries;
import dev.greengraph.admission.stored.TrustedDocuments;
import dev.greengraph.graphql.error.Refusal;
import jakarta.inject.Singleton;
import jakarta.json.Json;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
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
        Checked checked = check(text, operationName(request), variables(request), accounts);
        if (checked.document() instanceof Measured && !trusted.areRequired()) {
            persisted.register(reference, text);
        }
        JsonObject whole = reference.text().isPresent()
                ? request
                : BUILDERS.createObjectBuilder(request).add("query", text).build();
        return new Admitted(whole, checked.document(), checked.cost().calls(), trusted.name(text));
    }

    /** The same for a document that came by another door. */
    Checked check(String text, @Nullable String operationName, Map<String, ?> variables, int accounts) {
        trusted.check(text);
        return rules.check(text, operationName, variables, accounts);
    }

    /** An empty operationName means none, as some clients send it: with several operations the engine asks for one. */
    private static JsonObject withoutEmptyName(JsonObject request) {
        return "".equals(operationName(request))
                ? BUILDERS.createObjectBuilder(request).remove("operationName").build()
                : request;
    }

    private static @Nullable String operationName(JsonObject request) {
        return request.get("operationName") instanceof JsonString name ? name.getString() : null;
    }

    private static Map<String, ?> variables(JsonObject request) {
        return request.get("variables") instanceof JsonObject variables ? variables : Map.of();
    }
}
