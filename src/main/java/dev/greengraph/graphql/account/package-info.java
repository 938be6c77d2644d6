/** The accounts and how their endpoints are doing. Entry class: {@link dev.greengraph.graphql.account.AccountApi}. */
@NullMarked
package dev.greengraph.graphql.account;

import org.jspecify.annotations.NullMarked;
