package dev.greengraph.admission.stored;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.greengraph.account.Sha256;
import dev.greengraph.graphql.error.ErrorCode;
import dev.greengraph.graphql.error.Refusal;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Automatic persisted queries, in the protocol of Apollo Client and urql: a caller sends a hash; if it is not known, the
 * hash together with the text; from then on the hash will do.
 *
 * <p>Nobody can put another text under a hash, and only documents that were admitted are kept. Bounded by estimated bytes;
 * what is asked for often stays, whatever number of others is registered once.
 */
@Singleton
public final class PersistedQueries {

    private static final int LEAST_BYTES = 1_024;
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    private final boolean enabled;
    private final Cache<String, String> texts;

    PersistedQueries(PersistedQueriesConfig config) {
        this.enabled = config.automatic();
        this.texts = Caffeine.newBuilder()
                .maximumWeight(config.maxMemory().asLongValue())
                .<String, String>weigher((hash, text) -> Math.max(LEAST_BYTES, 2 * text.length()))
                .executor(Runnable::run)
                .build();
    }

    /** The document that is meant; fails with {@link Refusal} if it is not known or not the one that was hashed. */
    public String text(DocumentReference reference) {
        Optional<String> text = reference.text();
        if (text.isPresent()) {
            hash(reference).filter(hash -> !hash.equals(Sha256.hex(text.get()))).ifPresent(other -> {
                throw notTheHash();
            });
            return text.get();
        }
        if (!enabled) {
            throw unknown(ErrorCode.PERSISTED_QUERY_NOT_SUPPORTED, "PersistedQueryNotSupported");
        }
        return hash(reference)
                .or(reference::id)
                .map(texts::getIfPresent)
                .orElseThrow(() -> unknown(ErrorCode.PERSISTED_QUERY_NOT_FOUND, "PersistedQueryNotFound"));
    }

    /** Whether that reference makes a document known: it has the text and the hash of one that is not kept. */
    public boolean isNew(DocumentReference reference) {
        return reference.text().isPresent()
                && hash(reference)
                        .filter(hash -> texts.getIfPresent(hash) == null)
                        .isPresent();
    }

    /** Keeps an admitted document under the hash that the caller named. */
    public void register(DocumentReference reference, String admitted) {
        hash(reference).ifPresent(hash -> texts.put(hash, admitted));
    }

    private Optional<String> hash(DocumentReference reference) {
        Optional<String> hash = reference.hash().filter(any -> enabled).map(DocumentReference::plain);
        if (hash.isPresent() && !HASH.matcher(hash.get()).matches()) {
            throw notTheHash();
        }
        return hash;
    }

    private static Refusal notTheHash() {
        return Refusal.badRequest("extensions.persistedQuery.sha256Hash: must be the SHA-256 of query, in hexadecimal");
    }

    /** With the status and the message that clients of this protocol look for. */
    private static Refusal unknown(ErrorCode code, String message) {
        return new Refusal(200, code, message, Map.of());
    }
}
