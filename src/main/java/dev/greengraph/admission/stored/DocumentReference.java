package dev.greengraph.admission.stored;

import dev.greengraph.graphql.error.Refusal;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a request says which document it means.
 *
 * @param text the document itself
 * @param hash {@code extensions.persistedQuery.sha256Hash}
 * @param documentId {@code documentId}, as the appendix of GraphQL over HTTP has it; Relay's examples send {@code doc_id}
 *     or {@code id}
 */
public record DocumentReference(Optional<String> text, Optional<String> hash, Optional<String> documentId) {

    private static final String HASHED = "sha256:";
    private static final Pattern HASH = Pattern.compile("[0-9a-fA-F]{64}");

    /** Reads the request; fails with {@link Refusal} if it is not well-formed or means none. */
    public static DocumentReference of(JsonObject request) {
        DocumentReference reference = new DocumentReference(
                text(request, "query", "the text of a GraphQL document"), hash(request), documentId(request));
        if (reference.text.isEmpty() && reference.id().isEmpty()) {
            throw Refusal.badRequest("query: must be the text of a GraphQL document");
        }
        return reference;
    }

    /** The id of a document that was made known before, by either way to write it, in its {@link #plain} form. */
    Optional<String> id() {
        return hash.or(() -> documentId).map(DocumentReference::plain);
    }

    /** One form for all spellings of an id: without the prefix {@code sha256:}, and a hash in lower case. */
    static String plain(String id) {
        String plain = id;
        while (plain.startsWith(HASHED)) {
            plain = plain.substring(HASHED.length());
        }
        return HASH.matcher(plain).matches() ? plain.toLowerCase(Locale.ROOT) : plain;
    }

    private static Optional<String> documentId(JsonObject request) {
        Set<String> ids = new HashSet<>();
        for (String field : List.of("documentId", "doc_id", "id")) {
            text(request, field, "the id of a document").ifPresent(ids::add);
        }
        if (ids.size() > 1) {
            throw Refusal.badRequest("documentId: doc_id and id must be absent or equal to it");
        }
        return ids.stream().findFirst();
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
                && isVersion1(query.get("version"))
                && query.get("sha256Hash") instanceof JsonString hash) {
            return Optional.of(hash.getString());
        }
        throw Refusal.badRequest("extensions.persistedQuery: must be version 1 with a sha256Hash");
    }

    /** As a number, or as a text: some clients quote it. */
    private static boolean isVersion1(@Nullable JsonValue version) {
        return version instanceof JsonString text
                ? text.getString().equals("1")
                : version != null && version.toString().equals("1");
    }

    private static Optional<String> text(JsonObject request, String field, String allowed) {
        JsonValue value = request.getOrDefault(field, JsonValue.NULL);
        if (value == JsonValue.NULL) {
            return Optional.empty();
        }
        if (value instanceof JsonString text && !text.getString().isBlank()) {
            return Optional.of(text.getString());
        }
        throw Refusal.badRequest(field + ": must be " + allowed);
    }
}
