/**
 * Stage 2 of a request: authenticates the caller by its headers, before the body is read, and determines the accounts that it
 * may read.
 *
 * <p>Not here: the response to a refused caller ({@code http}), and the error for an account that the caller may not read
 * ({@code graphql}). Entry class: {@link dev.greengraph.auth.Authenticator}.
 */
@NullMarked
package dev.greengraph.auth;

import org.jspecify.annotations.NullMarked;
