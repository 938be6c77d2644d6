package dev.greengraph.http.guard;

import dev.greengraph.graphql.error.Refusal;
import dev.greengraph.http.request.ContentType;
import io.vertx.core.MultiMap;

/**
 * Protects {@code GET} against cross-site request forgery: a link or an image on any page makes a browser send a GET.
 * {@code POST} needs no such check, because its content type already requires a preflight.
 */
public final class CsrfGuard {

    /** A header that a page cannot send to another origin without a preflight; its value does not matter. */
    static final String PREFLIGHT_HEADER = "Apollo-Require-Preflight";

    private CsrfGuard() {}

    /** Fails with {@link Refusal} if a browser would have sent this request without a preflight. */
    public static void check(MultiMap headers) {
        if (!headers.contains(PREFLIGHT_HEADER) && !ContentType.isJson(headers)) {
            throw Refusal.badRequest(
                    PREFLIGHT_HEADER + " must be present with GET, unless Content-Type is application/json");
        }
    }
}
