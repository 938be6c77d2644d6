/**
 * The second level of the cache: answers that all replicas share, and whose turn it is to ask for one. Here is what the cache
 * needs of it, and how it is used; where the answers are kept is not decided here.
 *
 * <p>Plain Java: no CDI, no Vert.x, no wall clock. Entry class: {@link dev.greengraph.cache.shared.SharedFlight}.
 */
@NullMarked
package dev.greengraph.cache.shared;

import org.jspecify.annotations.NullMarked;
