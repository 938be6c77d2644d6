package dev.greengraph.auth;

import java.util.Locale;

/** How callers are authenticated. */
public enum AuthMode {
    /** Not at all: every caller may read every account. */
    OPEN,
    /** By an API key of which the gateway knows the hash. */
    API_KEY,
    /** By a bearer token of an OpenID Connect issuer. */
    OIDC;

    /** The value in the settings. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
