package dev.greengraph.graphql.error;

import java.util.EnumSet;
import java.util.Set;

/** What {@code errors[].extensions.code} can be; {@code docs/errors.md} says the cause and the cure of each. */
public enum ErrorCode {
    /** An argument is out of range or not understood. */
    BAD_REQUEST,
    /** No account of that name. */
    ACCOUNT_NOT_FOUND,
    /** The upstream does not know the chat. */
    CHAT_NOT_FOUND,
    /** The account's budget cannot serve this in time. */
    RATE_LIMITED,
    /** No answer as fresh as {@code @freshness} demands came in the time that it allows. */
    NOT_FRESH_ENOUGH,
    /** The account's monthly quota is used up. */
    QUOTA_EXCEEDED,
    /** The account is starting, not authorised, expired or deleted. */
    ACCOUNT_NOT_READY,
    /** The upstream refuses the account's id or token. */
    UPSTREAM_UNAUTHORIZED,
    /** The upstream has not granted the statuses. */
    STATUSES_NOT_ENABLED,
    /** The upstream has not granted the account another method, or its messenger has none. */
    METHOD_NOT_ENABLED,
    /** The upstream did not answer in time, or not within the time of the whole request. */
    UPSTREAM_TIMEOUT,
    /** The upstream cannot be reached or fails. */
    UPSTREAM_UNAVAILABLE,
    /** The upstream answers with something else than its manual promises. */
    UPSTREAM_INVALID_RESPONSE,
    /** Nobody knows who calls. */
    UNAUTHENTICATED,
    /** The caller may read no account. */
    FORBIDDEN,
    /** The identity provider cannot be reached. */
    AUTHENTICATION_UNAVAILABLE,
    /** The request is larger than allowed. */
    QUERY_TOO_LARGE,
    /** The document nests deeper than allowed. */
    QUERY_TOO_DEEP,
    /** The document, or what it could cost, is more than allowed. */
    QUERY_TOO_COMPLEX,
    /** The schema cannot be asked for. */
    INTROSPECTION_DISABLED,
    /** No document is registered under that hash. */
    PERSISTED_QUERY_NOT_FOUND,
    /** Documents cannot be registered. */
    PERSISTED_QUERY_NOT_SUPPORTED,
    /** The document is not one of those that the operator allows. */
    DOCUMENT_NOT_TRUSTED,
    /** The request holds several operations. */
    BATCHING_DISABLED,
    /** This process has more to do than it can. */
    OVERLOADED,
    /** Anything else. */
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
