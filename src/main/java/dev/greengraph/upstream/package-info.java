/**
 * The only package that knows the upstream's wire. Here: its ids, the description of an endpoint, and what other
 * packages use to send a call.
 *
 * <p>{@code upstream.endpoint} holds the table of endpoints with one REST interface each, {@code upstream.call} sends a
 * call, {@code upstream.failure} names failures, {@code upstream.row} reads entries. A call is sent once: no retry, no
 * cache, no budget.
 */
@NullMarked
package dev.greengraph.upstream;

import org.jspecify.annotations.NullMarked;
