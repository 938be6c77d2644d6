package dev.greengraph.http.guard;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;
import java.util.Set;

/** How the endpoint may be asked. */
@ConfigMapping(prefix = "greengraph.http")
public interface HttpConfig {

    /**
     * Whether queries may be sent with {@code GET}, too.
     *
     * <p>A request needs a header that no page of another origin can send without asking first: a query costs upstream
     * calls, and anybody could make a reader's browser spend them.
     */
    @WithDefault("false")
    boolean getEnabled();

    /**
     * The names, without a port, that requests may be sent to; without it any. Needed where a mode of authentication is open
     * and browsers reach the gateway: a page can make its own name mean this machine.
     */
    Optional<Set<String>> hosts();

    /** Which pages of other origins may ask. */
    Cors cors();

    /** Cross-origin resource sharing. */
    interface Cors {

        /**
         * The exact origins, as a browser writes them: {@code https://app.example.com}. Without it no other origin.
         *
         * <p>There is no wildcard.
         */
        Optional<Set<String>> origins();

        /** Request headers that a preflight allows besides the usual ones of GraphQL clients. */
        Optional<Set<String>> requestHeaders();
    }
}
