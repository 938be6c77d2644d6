package dev.greengraph.graphql.error;

import dev.greengraph.journal.NotNow;
import dev.greengraph.upstream.UpstreamFailure;
import dev.greengraph.upstream.UpstreamFailure.AccountNotReady;
import dev.greengraph.upstream.UpstreamFailure.ArgumentRefused;
import dev.greengraph.upstream.UpstreamFailure.ChatNotFound;
import dev.greengraph.upstream.UpstreamFailure.QuotaExceeded;
import dev.greengraph.upstream.UpstreamFailure.RateLimited;
import dev.greengraph.upstream.UpstreamFailure.StatusesNotEnabled;
import dev.greengraph.upstream.UpstreamFailure.TimedOut;
import dev.greengraph.upstream.UpstreamFailure.Unauthorized;
import dev.greengraph.upstream.UpstreamFailure.Unavailable;
import graphql.GraphQLError;
import graphql.execution.NonNullableValueCoercedAsNullException;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;

/**
 * Tells a caller what failed. Expected failures have their code; anything else is opaque and carries a reference that
 * the log has too, with the place where it happened but without its message, which might hold anything.
 */
@Singleton
public class ErrorMapping {

    private static final Logger LOG = Logger.getLogger(ErrorMapping.class);

    /** What SmallRye says of a scalar that it cannot read; the rest repeats the value and names a class. */
    private static final Pattern UNREADABLE = Pattern.compile("argument '(\\w+)' with value ");

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
            if (t instanceof NotNow notNow) {
                return ofNotNow(notNow);
            }
            if (t instanceof UpstreamFailure upstream) {
                return ofUpstream(upstream);
            }
            if (t instanceof DeadlinePassed) {
                return new CallerError(ErrorCode.UPSTREAM_TIMEOUT, "The request took longer than it may.");
            }
            // A variable of null in the place of an argument that has a default is noticed only during execution.
            if (t instanceof NonNullableValueCoercedAsNullException notNull) {
                return ofDocument(notNull);
            }
        }
        return internal(failure);
    }

    /** What an error means that the engine found in the document or in its variables. */
    public static CallerError ofDocument(GraphQLError error) {
        String message = String.valueOf(error.getMessage());
        Matcher unreadable = UNREADABLE.matcher(message);
        if (unreadable.lookingAt()) {
            String argument = unreadable.group(1);
            return new CallerError(
                    ErrorCode.BAD_REQUEST,
                    argument + ": allowed is a value of the type that the schema says",
                    Map.of("argument", argument));
        }
        return new CallerError(ErrorCode.BAD_REQUEST, message);
    }

    private CallerError ofNotNow(NotNow notNow) {
        UpstreamFailure because = notNow.because();
        CallerError error = because == null || because instanceof RateLimited
                ? new CallerError(ErrorCode.RATE_LIMITED, "The account's budget cannot serve this in time.")
                : ofUpstream(because);
        Map<String, Object> when = because instanceof QuotaExceeded
                ? Map.of(
                        "retryAt",
                        clock.instant()
                                .plus(notNow.retryAfter())
                                .truncatedTo(ChronoUnit.SECONDS)
                                .toString())
                : Map.of("retryAfterMs", notNow.retryAfter().toMillis() + 1);
        return new CallerError(error.code(), error.message(), when);
    }

    /** What an upstream failure means to a caller. */
    public static CallerError ofUpstream(UpstreamFailure failure) {
        if (failure instanceof AccountNotReady notReady) {
            return new CallerError(
                    ErrorCode.ACCOUNT_NOT_READY,
                    "The account is not ready.",
                    Map.of("reason", notReady.reason().name()));
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
            case CHAT_NOT_FOUND -> "The upstream does not know the chat.";
            case UPSTREAM_TIMEOUT -> "The upstream did not answer in time.";
            case UPSTREAM_UNAVAILABLE -> "The upstream cannot be reached or fails.";
            default -> "The upstream answered with something unexpected.";
        };
    }

    private static CallerError internal(Throwable failure) {
        String reference = UUID.randomUUID().toString();
        LOG.errorf(
                "reference=%s unexpected %s at %s",
                reference,
                failure.getClass().getName(),
                Arrays.stream(failure.getStackTrace()).limit(30).toList());
        return new CallerError(ErrorCode.INTERNAL, "Something unexpected happened.", Map.of("reference", reference));
    }
}
