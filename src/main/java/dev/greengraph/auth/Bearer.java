package dev.greengraph.auth;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import java.util.List;

/** The header {@code Authorization} with the scheme {@code Bearer} (RFC 6750, section 2.1). */
final class Bearer {

    private static final String SCHEME = "Bearer ";

    private Bearer() {}

    /** The tokens of all such headers. Other schemes are ignored: a proxy may use them. */
    static List<String> tokens(MultiMap headers) {
        return headers.getAll(HttpHeaders.AUTHORIZATION).stream()
                .filter(value -> value.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
                .map(value -> value.substring(SCHEME.length()).strip())
                .toList();
    }
}
