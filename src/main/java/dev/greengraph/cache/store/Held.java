package dev.greengraph.cache.store;

import java.time.Instant;

/**
 * An answer as it is kept.
 *
 * @param value what the upstream said
 * @param fetchedAt when it said so
 * @param bytes estimated size in memory
 */
public record Held<V>(V value, Instant fetchedAt, int bytes) {}
