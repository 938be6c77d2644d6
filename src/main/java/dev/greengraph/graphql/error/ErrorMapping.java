package dev.greengraph.graphql.error;

import dev.greengraph.cache.freshness.NotFreshEnough;
import dev.greengraph.gate.RetryLater;
import dev.greengraph.upstream.failure.UpstreamFailure;
import dev.greengraph.upstream.failure.UpstreamFailure.AccountNotReady;
import dev.greengraph.upstream.failure.UpstreamFailure.ArgumentRefused;
import dev.greengraph.upstream.failure.UpstreamFailure.ChatNotFound;
import dev.greengraph.upstream.failure.UpstreamFailure.MethodNotEnabled;
import dev.greengraph.upstream.failure.UpstreamFailure.NotReady;
import dev.greengraph.upstream.failure.UpstreamFailure.QuotaExceeded;
import dev.greengraph.upstream.failure.UpstreamFailure.RateLimited;
import dev.greengraph.upstream.failure.UpstreamFailure.StatusesNotEnabled;
import dev.greengraph.upstream.failure.UpstreamFailure.TimedOut;
import dev.greengraph.upstream.failure.UpstreamFailure.Unauthorized;
import dev.greengraph.upstream.failure.UpstreamFailure.Unavailable;
import graphql.execution.NonNullableValueCoercedAsNullException;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jboss.logging.Logger;

/**
 * Tells a caller what failed. Expected failures have their code; anything else is opaque. The log has the place where it
 * happened, under the id of the request, but not its message, which might hold anything.
 */
@Singleton
public class ErrorMapping {

    private static final Logger LOG = Logger.getLogger(ErrorMapping.class);

    private final Clock clock;

    ErrorMapping(Clock clock) {
        this.clock = clock;
    }

    /** What a resolver's failure means to a caller. */
    public CallerError of(Throwable failure) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof BadRequest bad) {
                return new CallerError(
                        ErrorCode.BAD_REQUEST, String.valueOf(bad.getMessage()), Map.of("argument", bad.argument()));
            }
            if (t instanceof AccountNotFound unknown) {
                return new CallerError(ErrorCode.ACCOUNT_NOT_FOUND, String.valueOf(unknown.getMessage()));
            }
            if (t instanceof RetryLater notNow) {
                return ofNotNow(notNow);
            }
            if (t instanceof UpstreamFailure upstream) {
                return ofUpstream(upstream);
            }
            if (t instanceof NotFreshEnough) {
                return new CallerError(
                        ErrorCode.NOT_FRESH_ENOUGH, "No answer that is fresh enough came in the time of maxWait.");
            }
            if (t instanceof DeadlinePassed) {
                return new CallerError(ErrorCode.UPSTREAM_TIMEOUT, "The request took longer than it may.");
            }
            if (t instanceof AnswerTooLarge large) {
                return new CallerError(
                        ErrorCode.QUERY_TOO_COMPLEX,
                        String.valueOf(large.getMessage()),
                        Map.of("limitName", "answer-values", "limit", large.limit()));
            }
            // A variable of null in the place of an argument that has a default is noticed only during execution.
            if (t instanceof NonNullableValueCoercedAsNullException notNull) {
                return DocumentError.of(notNull);
            }
        }
        return internal(failure);
    }

    private CallerError ofNotNow(RetryLater notNow) {
        UpstreamFailure because = notNow.because();
        CallerError error = because == null || notNow.isForTheRate()
                ? new CallerError(ErrorCode.RATE_LIMITED, "The account's budget cannot serve this in time.")
                : ofUpstream(because);
        Map<String, Object> details = new HashMap<>(error.details());
        if (because instanceof QuotaExceeded) {
            Instant again = clock.instant().plus(notNow.retryAfter()).truncatedTo(ChronoUnit.SECONDS);
            details.put("retryAt", again.toString());
        } else {
            details.put("retryAfterMs", notNow.retryAfter().toMillis() + 1);
        }
        return new CallerError(error.code(), error.message(), details);
    }

    /** What an upstream failure means to a caller. */
    public static CallerError ofUpstream(UpstreamFailure failure) {
        if (failure instanceof AccountNotReady notReady) {
            return new CallerError(
                    ErrorCode.ACCOUNT_NOT_READY,
                    "The account is not ready.",
                    Map.of("reason", notReady.reason().name(), "retryable", notReady.reason() == NotReady.STARTING));
        }
        if (failure instanceof ArgumentRefused refused) {
            return new CallerError(
                    ErrorCode.BAD_REQUEST,
                    refused.argument() + ": refused by the upstream",
                    Map.of("argument", refused.argument()));
        }
        ErrorCode code = code(failure);
        return new CallerError(code, message(code));
    }

    private static ErrorCode code(UpstreamFailure failure) {
        if (failure instanceof RateLimited) {
            return ErrorCode.RATE_LIMITED;
        }
        if (failure instanceof QuotaExceeded) {
            return ErrorCode.QUOTA_EXCEEDED;
        }
        if (failure instanceof Unauthorized) {
            return ErrorCode.UPSTREAM_UNAUTHORIZED;
        }
        if (failure instanceof StatusesNotEnabled) {
            return ErrorCode.STATUSES_NOT_ENABLED;
        }
        if (failure instanceof MethodNotEnabled) {
            return ErrorCode.METHOD_NOT_ENABLED;
        }
        if (failure instanceof ChatNotFound) {
            return ErrorCode.CHAT_NOT_FOUND;
        }
        if (failure instanceof TimedOut) {
            return ErrorCode.UPSTREAM_TIMEOUT;
        }
        return failure instanceof Unavailable ? ErrorCode.UPSTREAM_UNAVAILABLE : ErrorCode.UPSTREAM_INVALID_RESPONSE;
    }

    private static String message(ErrorCode code) {
        return switch (code) {
            case RATE_LIMITED -> "The upstream's rate limit is reached.";
            case QUOTA_EXCEEDED -> "The account's monthly quota is used up.";
            case UPSTREAM_UNAUTHORIZED -> "The upstream refuses the account's id or token; the operator must act.";
            case STATUSES_NOT_ENABLED -> "The upstream has not granted statuses to this account.";
            case METHOD_NOT_ENABLED -> "The upstream has not granted this to the account, or its messenger has none.";
            case CHAT_NOT_FOUND -> "The upstream does not know the chat.";
            case UPSTREAM_TIMEOUT -> "The upstream did not answer in time.";
            case UPSTREAM_UNAVAILABLE -> "The upstream cannot be reached or fails.";
            default -> "The upstream answered with something unexpected.";
        };
    }

    private static CallerError internal(Throwable failure) {
        LOG.errorf(
                "unexpected %s at %s",
                failure.getClass().getName(),
                Arrays.stream(failure.getStackTrace()).limit(30).toList());
        return new CallerError(ErrorCode.INTERNAL, "Something unexpected happened.");
    }
}
