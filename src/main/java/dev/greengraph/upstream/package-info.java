/**
 * The only package that knows the wire: one client per upstream method, which asks once and translates the answer.
 *
 * <p>A client never retries, never caches and never waits for a budget; every way to fail has one type in
 * {@link dev.greengraph.upstream.UpstreamFailure}. What an entry looks like is in {@code upstream.row}.
 */
@NullMarked
package dev.greengraph.upstream;

import org.jspecify.annotations.NullMarked;
