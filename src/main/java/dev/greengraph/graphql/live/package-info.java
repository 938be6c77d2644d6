/** Subscriptions: what changes, as it changes. Entry class: {@link dev.greengraph.graphql.live.LiveApi}. */
@NullMarked
package dev.greengraph.graphql.live;

import org.jspecify.annotations.NullMarked;
