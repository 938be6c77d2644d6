package dev.greengraph.auth;

import java.time.Duration;
import java.util.List;

/** Why authentication fails: one of three reasons. No message repeats what the caller sent. */
public abstract sealed class AuthFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private AuthFailure(String message) {
        super(message, null, false, false);
    }

    /** The caller is not authenticated. */
    public static final class Unauthenticated extends AuthFailure {

        private static final long serialVersionUID = 1L;

        private final transient List<String> challenges;

        Unauthenticated(String message, List<String> challenges) {
            super(message);
            this.challenges = List.copyOf(challenges);
        }

        /** The accepted schemes, as values of the header {@code WWW-Authenticate}. */
        public List<String> challenges() {
            return challenges;
        }
    }

    /** The caller is authenticated but may read no account. */
    public static final class Forbidden extends AuthFailure {

        private static final long serialVersionUID = 1L;

        Forbidden() {
            super("No role of the token gives access to an account.");
        }
    }

    /** The token cannot be verified at the moment. */
    public static final class IssuerUnavailable extends AuthFailure {

        private static final long serialVersionUID = 1L;

        IssuerUnavailable() {
            super("The identity provider cannot be reached, so the token cannot be checked.");
        }

        /** How long to wait before the next try. */
        public Duration retryAfter() {
            return Duration.ofSeconds(5);
        }
    }
}
