/**
 * Subscriptions over WebSockets, as {@code graphql-transport-ws} defines it. Entry class: {@link
 * dev.greengraph.http.subscription.websocket.WebSockets}.
 */
@NullMarked
package dev.greengraph.http.subscription.websocket;

import org.jspecify.annotations.NullMarked;
