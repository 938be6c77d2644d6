/**
 * What the upstream said and how long it may be believed: questions, their state, stale-while-revalidate, single flight.
 *
 * <p>Plain Java: no CDI, no Vert.x, no wall clock. Entry class: {@link dev.greengraph.cache.RevalidatingCache} decides; {@link
 * dev.greengraph.cache.AccountRepository} is what resolvers read.
 */
@NullMarked
package dev.greengraph.cache;

import org.jspecify.annotations.NullMarked;
