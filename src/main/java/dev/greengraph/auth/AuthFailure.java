package dev.greengraph.auth;

import java.time.Duration;
import java.util.List;

/** Why a request is not served: one of three reasons, none of which repeats what the caller sent. */
public abstract sealed class AuthFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private AuthFailure(String message) {
        super(message, null, false, false);
    }

    /** Nobody knows who calls. */
    public static final class Unauthenticated extends AuthFailure {

        private static final long serialVersionUID = 1L;

        private final transient List<String> challenges;

        Unauthenticated(String message, List<String> challenges) {
            super(message);
            this.challenges = List.copyOf(challenges);
        }

        /** What is accepted, as values of the header {@code WWW-Authenticate}. */
        public List<String> challenges() {
            return challenges;
        }
    }

    /** The caller is known and may read no account. */
    public static final class Forbidden extends AuthFailure {

        private static final long serialVersionUID = 1L;

        Forbidden() {
            super("No role of the token gives access to an account.");
        }
    }

    /** The token cannot be checked for now. */
    public static final class IssuerUnavailable extends AuthFailure {

        private static final long serialVersionUID = 1L;

        IssuerUnavailable() {
            super("The identity provider cannot be reached, so the token cannot be checked.");
        }

        /** When it is worth to ask again. */
        public Duration retryAfter() {
            return Duration.ofSeconds(5);
        }
    }
}
