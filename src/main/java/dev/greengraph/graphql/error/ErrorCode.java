package dev.greengraph.graphql.error;

import java.util.EnumSet;
import java.util.Set;
import org.eclipse.microprofile.graphql.Description;

@Description("What went wrong: errors[].extensions.code of an error. The gateway may get more of them.")
public enum ErrorCode {
    @Description("An argument is out of range or not understood.")
    BAD_REQUEST,

    @Description("No account of that name.")
    ACCOUNT_NOT_FOUND,

    @Description("The upstream does not know the chat.")
    CHAT_NOT_FOUND,

    @Description("The account's budget cannot serve this in time.")
    RATE_LIMITED,

    @Description("No answer as fresh as @freshness demands came in the time that it allows.")
    NOT_FRESH_ENOUGH,

    @Description("The account's monthly quota is used up.")
    QUOTA_EXCEEDED,

    @Description("The account is starting, not authorised, expired or deleted.")
    ACCOUNT_NOT_READY,

    @Description("The upstream refuses the account's id or token.")
    UPSTREAM_UNAUTHORIZED,

    @Description("The upstream has not granted the statuses.")
    STATUSES_NOT_ENABLED,

    @Description("The upstream has not granted the account another method, or its messenger has none.")
    METHOD_NOT_ENABLED,

    @Description("The upstream did not answer in time, or not within the time of the whole request.")
    UPSTREAM_TIMEOUT,

    @Description("The upstream cannot be reached or fails.")
    UPSTREAM_UNAVAILABLE,

    @Description("The upstream answers with something else than its manual promises.")
    UPSTREAM_INVALID_RESPONSE,

    @Description("Nobody knows who calls.")
    UNAUTHENTICATED,

    @Description("The caller may read no account.")
    FORBIDDEN,

    @Description("The identity provider cannot be reached.")
    AUTHENTICATION_UNAVAILABLE,

    @Description("The request is larger than allowed.")
    QUERY_TOO_LARGE,

    @Description("The document nests deeper than allowed.")
    QUERY_TOO_DEEP,

    @Description("The document, or what it could cost, is more than allowed.")
    QUERY_TOO_COMPLEX,

    @Description("The schema cannot be asked for.")
    INTROSPECTION_DISABLED,

    @Description("No document is registered under that hash.")
    PERSISTED_QUERY_NOT_FOUND,

    @Description("Documents cannot be registered.")
    PERSISTED_QUERY_NOT_SUPPORTED,

    @Description("The document is not one of those that the operator allows.")
    DOCUMENT_NOT_TRUSTED,

    @Description("The request holds several operations.")
    BATCHING_DISABLED,

    @Description("This process has more to do than it can.")
    OVERLOADED,

    @Description("Anything else.")
    INTERNAL;

    private static final Set<ErrorCode> RETRYABLE = EnumSet.of(
            RATE_LIMITED,
            NOT_FRESH_ENOUGH,
            UPSTREAM_TIMEOUT,
            UPSTREAM_UNAVAILABLE,
            UPSTREAM_INVALID_RESPONSE,
            AUTHENTICATION_UNAVAILABLE,
            OVERLOADED);

    /** Whether the same request may succeed later although nobody has done anything about it. */
    boolean retryable() {
        return RETRYABLE.contains(this);
    }
}
