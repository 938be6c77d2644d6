/**
 * Whether an account works, what it has the upstream write down, and what waits to be sent. How the upstream's methods are doing is {@code graphql.account}'s. Entry class: {@link
 * dev.greengraph.graphql.state.AccountStateApi}.
 */
@NullMarked
package dev.greengraph.graphql.state;

import org.jspecify.annotations.NullMarked;
