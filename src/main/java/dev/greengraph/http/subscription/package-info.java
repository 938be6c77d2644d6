/**
 * Subscriptions over connections that stay open. Entry classes: {@link dev.greengraph.http.subscription.Subscriptions}, and
 * {@link dev.greengraph.http.subscription.EventStreams} for server-sent events.
 */
@NullMarked
package dev.greengraph.http.subscription;

import org.jspecify.annotations.NullMarked;
