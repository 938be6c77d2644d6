/**
 * Whose data it is: the upstream accounts of the configuration, with their credentials.
 *
 * <p>Not here: who may read which account; only where the answer is kept for the time of a request
 * ({@link dev.greengraph.account.VisibleAccounts}). Entry class: {@link dev.greengraph.account.Accounts}.
 */
@NullMarked
package dev.greengraph.account;

import org.jspecify.annotations.NullMarked;
