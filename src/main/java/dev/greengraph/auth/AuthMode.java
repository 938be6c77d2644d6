package dev.greengraph.auth;

import java.util.Locale;

/** How callers are told apart. */
public enum AuthMode {
    /** Not at all: whoever reaches the gateway may read every account. */
    OPEN,
    /** By a key that the gateway knows the hash of. */
    API_KEY,
    /** By a bearer token of an OpenID Connect issuer. */
    OIDC;

    /** As it is written in the settings. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
