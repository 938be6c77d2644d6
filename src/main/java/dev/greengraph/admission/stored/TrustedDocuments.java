package dev.greengraph.admission.stored;

import dev.greengraph.graphql.error.ErrorCode;
import dev.greengraph.graphql.error.Refusal;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The documents that the operator allows; if there are any, no others are. */
public final class TrustedDocuments {

    private final Map<String, TrustedDocument> byId = new HashMap<>();
    private final Map<String, String> nameByText = new HashMap<>();

    TrustedDocuments(Collection<TrustedDocument> documents) {
        for (TrustedDocument document : documents) {
            byId.put(DocumentReference.plain(document.id()), document);
            nameByText.put(document.text(), document.name());
        }
    }

    /** Whether only these documents are allowed. */
    public boolean areRequired() {
        return !byId.isEmpty();
    }

    /** Their texts, each once. */
    public List<String> texts() {
        return List.copyOf(new TreeSet<>(nameByText.keySet()));
    }

    /** The names of their operations: the only ones whose number is bounded, as labels of metrics must be. */
    public Set<String> names() {
        return new TreeSet<>(nameByText.values());
    }

    /** The name of the operation in that document, if it is one of these. */
    public Optional<String> name(String text) {
        return Optional.ofNullable(nameByText.get(text));
    }

    /** The document that is meant; fails with {@link Refusal} if it is none of these. */
    public String text(DocumentReference reference) {
        return reference
                .text()
                .or(() -> reference.id().map(byId::get).map(TrustedDocument::text))
                .orElseThrow(TrustedDocuments::notTrusted);
    }

    /** Fails with {@link Refusal} if that document is not allowed. */
    public void check(String text) {
        if (areRequired() && !nameByText.containsKey(text)) {
            throw notTrusted();
        }
    }

    private static Refusal notTrusted() {
        return new Refusal(400, ErrorCode.DOCUMENT_NOT_TRUSTED, "The document is not one of the allowed.", Map.of());
    }

    /**
     * One of them.
     *
     * @param id what callers may send instead of it
     * @param name of its operation
     * @param text the document
     */
    record TrustedDocument(String id, String name, String text) {}
}
