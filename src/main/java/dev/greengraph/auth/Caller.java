package dev.greengraph.auth;

import dev.greengraph.account.Accounts;

/**
 * Who sent a request.
 *
 * @param name tells callers apart: of an API key the name that the operator gave its owner, of a token its principal; all
 *     callers have the same one in mode {@code open}
 * @param accounts the accounts that the caller may read, at least one
 */
public record Caller(String name, Accounts accounts) {}
