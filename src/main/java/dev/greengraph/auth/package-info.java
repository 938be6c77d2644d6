/**
 * Who calls, and which accounts that caller may read: decided from the headers, before the body is read.
 *
 * <p>Not here: how a refusal is written ({@code http}), and what a caller who may not read an account is told
 * ({@code graphql}). Entry class: {@link dev.greengraph.auth.Authenticator}.
 */
@NullMarked
package dev.greengraph.auth;

import org.jspecify.annotations.NullMarked;
