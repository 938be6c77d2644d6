package dev.greengraph.auth;

import dev.greengraph.account.Sha256;
import dev.greengraph.auth.AuthFailure.Unauthenticated;
import io.smallrye.mutiny.Uni;
import io.vertx.core.MultiMap;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Authenticates callers by an API key, in the header {@code X-API-Key} or as a bearer token, but not in both.
 *
 * <p>The hash of the presented key is compared with every known hash, each in constant time and without stopping at the first
 * match: the time reveals neither how much of a hash matched nor whose key it is. A plain hash is enough only for keys that
 * cannot be guessed; hence the minimum length.
 */
final class ApiKeys implements Authenticator {

    private static final String HEADER = "X-API-Key";
    private static final int SHORTEST = 32;
    private static final int LONGEST = 200;

    private static final List<String> CHALLENGES =
            List.of("ApiKey realm=\"greengraph\", header=\"" + HEADER + "\"", "Bearer realm=\"greengraph\"");

    private final List<Key> keys;

    ApiKeys(List<Key> keys) {
        this.keys = List.copyOf(keys);
    }

    @Override
    public Uni<Caller> callerOf(MultiMap headers) {
        List<String> shown = new ArrayList<>(headers.getAll(HEADER));
        shown.addAll(Bearer.tokens(headers));
        if (shown.isEmpty()) {
            return refused("A key is needed, in the header X-API-Key or as a bearer token.");
        }
        Caller caller = shown.size() == 1 ? callerOf(shown.get(0)) : null;
        return caller == null
                ? refused("The key is not valid.")
                : Uni.createFrom().item(caller);
    }

    @Override
    public AuthMode mode() {
        return AuthMode.API_KEY;
    }

    private @Nullable Caller callerOf(String shown) {
        if (shown.length() < SHORTEST || shown.length() > LONGEST) {
            return null;
        }
        byte[] hash = Sha256.bytes(shown.getBytes(StandardCharsets.UTF_8));
        Caller found = null;
        for (Key key : keys) {
            boolean fits = MessageDigest.isEqual(key.hash, hash);
            found = fits ? key.owner : found;
        }
        return found;
    }

    private static Uni<Caller> refused(String message) {
        return Uni.createFrom().failure(new Unauthenticated(message, CHALLENGES));
    }

    /** The hash of a valid key, and whose it is. */
    static final class Key {

        private final byte[] hash;
        private final Caller owner;

        Key(byte[] hash, Caller owner) {
            this.hash = hash.clone();
            this.owner = owner;
        }
    }
}
