package dev.greengraph.admission.stored;

import dev.greengraph.graphql.error.Refusal;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Optional;

/**
 * How a request says which document it means.
 *
 * @param text the document itself
 * @param hash {@code extensions.persistedQuery.sha256Hash}
 * @param documentId {@code documentId}, as the appendix of GraphQL over HTTP has it
 */
public record DocumentReference(Optional<String> text, Optional<String> hash, Optional<String> documentId) {

    private static final String HASHED = "sha256:";

    /** Reads the request; fails with {@link Refusal} if it is not well-formed or means none. */
    public static DocumentReference of(JsonObject request) {
        DocumentReference reference = new DocumentReference(
                text(request, "query", "the text of a GraphQL document"),
                hash(request),
                text(request, "documentId", "the id of a document"));
        if (reference.text.isEmpty() && reference.id().isEmpty()) {
            throw Refusal.badRequest("query: allowed is the text of a GraphQL document");
        }
        return reference;
    }

    /** The id of a document that was made known before, by either way to write it. */
    Optional<String> id() {
        return hash.or(() -> documentId.map(id -> id.startsWith(HASHED) ? id.substring(HASHED.length()) : id));
    }

    private static Optional<String> hash(JsonObject request) {
        if (!(request.get("extensions") instanceof JsonObject extensions)) {
            return Optional.empty();
        }
        JsonValue persisted = extensions.getOrDefault("persistedQuery", JsonValue.NULL);
        if (persisted == JsonValue.NULL) {
            return Optional.empty();
        }
        if (persisted instanceof JsonObject query
                && "1".equals(String.valueOf(query.get("version")))
                && query.get("sha256Hash") instanceof JsonString hash) {
            return Optional.of(hash.getString());
        }
        throw Refusal.badRequest("extensions.persistedQuery: allowed is version 1 with a sha256Hash");
    }

    private static Optional<String> text(JsonObject request, String field, String allowed) {
        JsonValue value = request.getOrDefault(field, JsonValue.NULL);
        if (value == JsonValue.NULL) {
            return Optional.empty();
        }
        if (value instanceof JsonString text && !text.getString().isBlank()) {
            return Optional.of(text.getString());
        }
        throw Refusal.badRequest(field + ": allowed is " + allowed);
    }
}
