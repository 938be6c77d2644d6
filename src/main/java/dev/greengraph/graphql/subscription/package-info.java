/**
 * How a subscription is executed: once to find what it subscribes to, and then once for each event, as a query is. Entry class:
 * {@link dev.greengraph.graphql.subscription.SubscriptionFetcher}.
 */
@NullMarked
package dev.greengraph.graphql.subscription;

import org.jspecify.annotations.NullMarked;
