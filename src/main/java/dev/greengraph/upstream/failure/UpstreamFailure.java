package dev.greengraph.upstream.failure;

import dev.greengraph.observe.CallOutcome;
import dev.greengraph.upstream.UpstreamEndpoint;

/**
 * A named way to fail of an upstream call. It holds facts only: no body, no URL, no cause and no stack trace, because the
 * upstream's token is part of the URL and of many of its error bodies.
 */
public abstract sealed class UpstreamFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final UpstreamEndpoint endpoint;
    private final CallOutcome outcome;

    private UpstreamFailure(UpstreamEndpoint endpoint, CallOutcome outcome, String what) {
        super(endpoint.method() + ": " + what, null, false, false);
        this.endpoint = endpoint;
        this.outcome = outcome;
    }

    /** The upstream method that failed. */
    public UpstreamEndpoint endpoint() {
        return endpoint;
    }

    /** How an operator sees the call that failed so. */
    public CallOutcome outcome() {
        return outcome;
    }

    /** What another process met that keeps calls away: it is known by its outcome only. */
    public static UpstreamFailure metElsewhere(CallOutcome outcome, UpstreamEndpoint endpoint) {
        return switch (outcome) {
            case RATE_LIMITED -> new RateLimited(endpoint);
            case QUOTA_EXCEEDED -> new QuotaExceeded(endpoint, QuotaUse.UNKNOWN);
            case UNAUTHORIZED -> new Unauthorized(endpoint);
            case TIMED_OUT -> new TimedOut(endpoint);
            default -> new Unavailable(endpoint, "as another replica met it");
        };
    }

    /** What keeps an account from working. */
    public enum NotReady {
        /** It starts; some seconds, at most five minutes. */
        STARTING,
        /** Its QR code has to be scanned. */
        NOT_AUTHORIZED,
        /** It is not paid for. */
        EXPIRED,
        /** It was deleted. */
        DELETED
    }

    /** 429: calls came faster than the upstream allows; somebody else may share the account. */
    public static final class RateLimited extends UpstreamFailure {
        private static final long serialVersionUID = 1L;

        RateLimited(UpstreamEndpoint endpoint) {
            super(endpoint, CallOutcome.RATE_LIMITED, "rate limit exceeded");
        }
    }

    /** 466: the account's monthly quota is used up. */
    public static final class QuotaExceeded extends UpstreamFailure {
        private static final long serialVersionUID = 1L;

        private final QuotaUse use;

        QuotaExceeded(UpstreamEndpoint endpoint, QuotaUse use) {
            super(endpoint, CallOutcome.QUOTA_EXCEEDED, "monthly quota used up");
            this.use = use;
        }

        /** What the upstream said about it. */
        public QuotaUse use() {
            return use;
        }
    }

    /** 401, or 403 or 404 with a proxy's page, or 404 about the instance: id, token or address are not an account's. */
    public static final class Unauthorized extends UpstreamFailure {
        private static final long serialVersionUID = 1L;

        Unauthorized(UpstreamEndpoint endpoint) {
            super(endpoint, CallOutcome.UNAUTHORIZED, "id or token refused");
        }
    }

    /** 400 because of the account's state. */
    public static final class AccountNotReady extends UpstreamFailure {
        private static final long serialVersionUID = 1L;
        private final NotReady reason;

        AccountNotReady(UpstreamEndpoint endpoint, NotReady reason) {
            super(endpoint, CallOutcome.ACCOUNT_NOT_READY, "account not ready, " + reason);
            this.reason = reason;
        }

        /** What keeps the account from working. */
        public NotReady reason() {
            return reason;
        }
    }

    /** Statuses are not granted to the account (403), or its messenger has none (404). */
    public static final class StatusesNotEnabled extends UpstreamFailure {
        private static final long serialVersionUID = 1L;

        StatusesNotEnabled(UpstreamEndpoint endpoint) {
            super(endpoint, CallOutcome.REFUSED, "statuses not enabled");
        }
    }

    /** A method that is not about statuses is not granted to the account (403), or its messenger has none (404). */
    public static final class MethodNotEnabled extends UpstreamFailure {
        private static final long serialVersionUID = 1L;

        MethodNotEnabled(UpstreamEndpoint endpoint) {
            super(endpoint, CallOutcome.REFUSED, "method not enabled");
        }
    }

    /** The upstream does not know the chat. */
    public static final class ChatNotFound extends UpstreamFailure {
        private static final long serialVersionUID = 1L;

        ChatNotFound(UpstreamEndpoint endpoint) {
            super(endpoint, CallOutcome.ANSWERED, "chat not found");
        }
    }

    /** The upstream does not know the message, or has it still in its sending queue. */
    public static final class MessageNotFound extends UpstreamFailure {
        private static final long serialVersionUID = 1L;

        MessageNotFound(UpstreamEndpoint endpoint) {
            super(endpoint, CallOutcome.ANSWERED, "message not found");
        }
    }

    /** 400: the upstream refuses an argument that the gateway let pass. */
    public static final class ArgumentRefused extends UpstreamFailure {
        private static final long serialVersionUID = 1L;
        private final String argument;

        ArgumentRefused(UpstreamEndpoint endpoint, String argument) {
            super(endpoint, CallOutcome.REFUSED, "argument refused: " + argument);
            this.argument = argument;
        }

        /** Which argument: {@code chatId}, {@code messageId} or {@code arguments} if the upstream does not say. */
        public String argument() {
            return argument;
        }
    }

    /** No whole answer within the time allowed, or the upstream's proxy said so (504). */
    public static final class TimedOut extends UpstreamFailure {
        private static final long serialVersionUID = 1L;

        TimedOut(UpstreamEndpoint endpoint) {
            super(endpoint, CallOutcome.TIMED_OUT, "no answer in time");
        }
    }

    /** No connection, a broken connection, or a 5xx. */
    public static final class Unavailable extends UpstreamFailure {
        private static final long serialVersionUID = 1L;

        private final boolean isConnectionLost;

        Unavailable(UpstreamEndpoint endpoint, String what) {
            this(endpoint, what, false);
        }

        Unavailable(UpstreamEndpoint endpoint, String what, boolean isConnectionLost) {
            super(endpoint, CallOutcome.UNAVAILABLE, "unavailable, " + what);
            this.isConnectionLost = isConnectionLost;
        }

        /** Whether a connection that stood broke, so that a new one may help. */
        public boolean isConnectionLost() {
            return isConnectionLost;
        }
    }

    /** An answer that is not what the method promises: not JSON, another shape, too large, an unexpected status. */
    public static final class InvalidResponse extends UpstreamFailure {
        private static final long serialVersionUID = 1L;

        InvalidResponse(UpstreamEndpoint endpoint, String what) {
            super(endpoint, CallOutcome.INVALID_RESPONSE, "invalid answer, " + what);
        }
    }
}
